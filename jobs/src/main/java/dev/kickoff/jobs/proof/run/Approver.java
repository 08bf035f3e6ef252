package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.story.Supervision;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Reading;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.jobs.proof.world.Waited;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.review.HeldMoves;
import dev.kickoff.model.review.Review;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The person who is asked: reads what waits some minutes later, and approves it, or never does.
 *
 * <p>As over the API, what is approved is what the newest decision holds back then, and nothing
 * where that holds nothing back any more.
 */
final class Approver {
  private final Scene scene;
  private final Runnable wake;
  private final Supervision supervision;
  private boolean asked;
  private boolean isReading;
  private int given;
  private long inForceUntil;

  /**
   * @param wake is called after an approval
   */
  Approver(Scene scene, Runnable wake) {
    this.scene = scene;
    this.wake = wake;
    this.supervision = scene.story().supervision();
  }

  /** Lets the person look at what is decided from now on. */
  void plan() {
    if (supervision.isAny()) {
      scene.watch(this::see);
    }
  }

  private void see(Sight sight) {
    if (sight instanceof Sight.Decided decided && !HeldMoves.of(decided.decision()).isEmpty()) {
      if (!asked) {
        asked = true;
        scene.count(Waited.ASKED);
      }
      read(decided.second());
    } else if (sight instanceof Sight.Ended && asked && given == 0) {
      scene.count(Waited.UNANSWERED);
    }
  }

  private void read(long second) {
    if (!isReading && given < supervision.answers() && second >= inForceUntil) {
      isReading = true;
      scene.time().at(second + supervision.answerAfter(), this::answer);
    }
  }

  private void answer() {
    isReading = false;
    held()
        .flatMap(review -> review.request().floorWanted().stream().boxed().findFirst())
        .ifPresent(this::approve);
  }

  private Optional<Review> held() {
    List<Review> held = scene.ledger().lastDecision().map(HeldMoves::of).orElse(List.of());
    return held.stream().findFirst();
  }

  private void approve(int hosts) {
    Instant from = scene.time().instant();
    given++;
    inForceUntil = scene.time().second() + supervision.lasts();
    scene.count(Waited.APPROVED);
    scene.publish(
        new Reading.Order(
            new OperatorOverride(
                "approval-" + given,
                Optional.of(scene.story().settings().group()),
                Kind.APPROVAL,
                hosts,
                from,
                VirtualTime.instantOf(inForceUntil),
                "somebody",
                "a test of approvals")));
    scene.time().at(inForceUntil, () -> end(hosts));
    wake.run();
  }

  private void end(int hosts) {
    if (wanted(scene.ledger().lastDecision()) >= hosts) {
      scene.count(Waited.RAN_OUT);
    }
  }

  private static int wanted(Optional<Decision> decision) {
    return decision.map(d -> d.change().wanted()).orElse(0);
  }
}
