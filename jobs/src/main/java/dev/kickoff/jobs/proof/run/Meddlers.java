package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Reading;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Other people and programs: who orders, and who changes the group behind our back. */
final class Meddlers {
  private static final Map<Fault, Kind> ORDERS =
      Map.of(
          Fault.ORDER_FREEZE, Kind.FREEZE,
          Fault.ORDER_FREEZE_IN, Kind.FREEZE_IN,
          Fault.ORDER_FREEZE_OUT, Kind.FREEZE_OUT,
          Fault.ORDER_PIN, Kind.PIN,
          Fault.ORDER_CEILING, Kind.CEILING,
          Fault.ORDER_FLOOR, Kind.FLOOR);

  private static final double EVERYTHING = 0.6;

  private final Scene scene;
  private final Runnable wake;

  /**
   * @param wake is called after an order
   */
  Meddlers(Scene scene, Runnable wake) {
    this.scene = scene;
    this.wake = wake;
  }

  /** Puts down what they will do. */
  void plan() {
    for (FaultSpan span : scene.faults().spans()) {
      if (ORDERS.containsKey(span.fault())) {
        scene.time().at(span.from(), () -> order(span));
      } else if (span.fault() == Fault.FOREIGN_RESET) {
        int every = 120 + (int) (480 * span.size());
        for (int second = span.from(); second < span.until(); second += every) {
          scene.time().at(second, () -> reset(span.fault()));
        }
      } else if (span.fault() == Fault.FOREIGN_RAISE) {
        scene.time().at(span.from(), () -> raise(span));
      }
    }
  }

  private void order(FaultSpan span) {
    Kind kind = Optional.ofNullable(ORDERS.get(span.fault())).orElseThrow();
    if (kind == Kind.FREEZE && span.size() >= EVERYTHING) {
      kind = Kind.FREEZE_EVERYTHING;
    }
    Instant from = VirtualTime.instantOf(span.from());
    int hosts = 1 + (int) (span.size() * scene.story().settings().bounds().max());
    scene.count(span.fault());
    scene.publish(
        new Reading.Order(
            new OperatorOverride(
                "order-" + span,
                Optional.empty(),
                kind,
                kind.countsHosts() ? hosts : 0,
                from,
                from.plusSeconds(span.seconds()),
                "somebody",
                "a test of " + span)));
    wake.run();
  }

  private void reset(Fault fault) {
    if (scene.group().size().min() > scene.story().size().min()) {
      scene.count(fault);
      scene.group().foreign(scene.story().size().min());
    }
  }

  private void raise(FaultSpan span) {
    int room = scene.group().size().max() - scene.group().floor();
    if (room > 0) {
      scene.count(span.fault());
      scene.group().foreign(scene.group().floor() + 1 + (int) (room * span.size() / 2));
    }
  }
}
