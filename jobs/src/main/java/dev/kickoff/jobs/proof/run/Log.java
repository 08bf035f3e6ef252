package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.GroupSize;

/** The log of a run: one line a decision, and after it what was called. */
final class Log {
  private final Scene scene;
  private final StringBuilder text = new StringBuilder();
  private long decisions;

  Log(Scene scene) {
    this.scene = scene;
  }

  long decisions() {
    return decisions;
  }

  String text() {
    return text.toString();
  }

  void see(Sight sight) {
    if (sight instanceof Sight.Decided decided) {
      decisions++;
      Decision decision = decided.decision();
      GroupSize size = scene.group().size();
      text.append('\n').append(decided.second()).append(" leader ").append(scene.ledger().epoch());
      text.append(" saw min ").append(size.min()).append(" desired ").append(size.desired());
      text.append(" demand ").append(decision.inputs().demandRpm().orElse(-0.0));
      text.append(" from ").append(decision.change().from());
      text.append(" wanted ").append(decision.change().wanted());
      text.append(" to ").append(decision.change().to());
      text.append(' ').append(decision.digest());
    } else if (sight instanceof Sight.Called call) {
      text.append("; ").append(call.second()).append(" called ").append(call.request().min());
    } else if (sight instanceof Sight.Moved moved) {
      text.append("; ").append(moved.second()).append(' ').append(moved.hand()).append(" moved ");
      text.append(moved.before().min()).append(" to ").append(moved.after().min());
    }
  }
}
