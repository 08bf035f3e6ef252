package dev.kickoff.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.story.Supervision;
import dev.kickoff.jobs.proof.world.Waited;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for a person in the proof's stories, and what is seen when it does not wait. */
@ExtendWith(QuietLoop.class)
class UnapprovedMovesTest {
  private static final String INVARIANT = "nothing-comes-unapproved";
  private static final Set<String> ASKING = Set.of("plausible-want", "spend", "large-moves");
  private static final String[] DEATH = {"death@3000+1*0"};
  private static final Duration DAY = Duration.ofDays(1);

  /** Seconds after the kick-off: near the last peak of demand. */
  private static final int LATE = 6_000;

  private static final int STORIES = 6;
  private static final int DRAWN = 1_000;

  private static Stream<Story> stories(Predicate<Supervision> which) {
    return LongStream.range(1, DRAWN)
        .mapToObj(Story::of)
        .filter(story -> story.supervision().isAny() && which.test(story.supervision()));
  }

  private static SeedRun.Outcome run(Parts parts, Story story, String... faults) {
    FaultPlan plan = new FaultPlan(Stream.of(faults).map(FaultSpan::parse).toList());
    return new SeedRun(parts, Invariants::watching).of(story, plan, Story.SECONDS);
  }

  private static Optional<String> violated(
      Function<Story, Parts> parts, Predicate<Supervision> which) {
    return violated(parts, which, story -> new String[0]);
  }

  private static Optional<String> violated(
      Function<Story, Parts> parts,
      Predicate<Supervision> which,
      Function<Story, String[]> faults) {
    return stories(which)
        .limit(STORIES)
        .flatMap(story -> run(parts.apply(story), story, faults.apply(story)).violations().stream())
        .filter(violation -> violation.invariant().equals(INVARIANT))
        .map(Violation::words)
        .findFirst();
  }

  private static Parts guardedBy(Function<Guardrail, Stream<Guardrail>> changed) {
    return Parts.REAL.guardedBy(
        () ->
            Guardrails.standard().stream()
                .flatMap(g -> ASKING.contains(g.name()) ? changed.apply(g) : Stream.of(g))
                .toList());
  }

  /** A guardrail for which an approval lasts a day, whenever it was to end. */
  private record Forgetful(Guardrail real) implements Guardrail {
    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Verdict check(int proposed, Situation situation, ControlMemory memory) {
      Surroundings seen = situation.surroundings();
      List<OperatorOverride> longer =
          seen.overrides().overrides().stream()
              .map(o -> o.kind() == Kind.APPROVAL ? o.endingAt(o.from().plus(DAY)) : o)
              .toList();
      Surroundings remembered =
          new Surroundings(
              new OverrideBook(longer),
              seen.health(),
              seen.trust(),
              seen.past(),
              seen.standby(),
              seen.leadTime());
      return real.check(proposed, situation.within(remembered), memory);
    }
  }

  @Test
  void aControllerThatDoesNotAskIsSeen() {
    Parts bold = guardedBy(guardrail -> Stream.of());
    assertThat(violated(story -> bold, s -> s.limits().affordable().isPresent())).isPresent();
    assertThat(violated(story -> bold, s -> s.mode() == ControlMode.APPROVE)).isPresent();
  }

  @Test
  void anApprovalThatRanOutAndStillCountsIsSeen() {
    Parts forgetful = guardedBy(guardrail -> Stream.of(new Forgetful(guardrail)));
    Function<Story, String[]> raisedLate =
        story -> new String[] {"order-freeze-out@60+" + (story.kickOff() + LATE) + "*0"};
    Predicate<Supervision> briefly =
        s -> s.mode() == ControlMode.APPROVE && s.past().isPresent() && s.answers() == 1;
    assertThat(violated(story -> forgetful, briefly.and(s -> s.lasts() < 1_800), raisedLate))
        .isPresent();
  }

  @Test
  void aScheduleThatCarriesOutWhatWaitsIsSeenAlsoWhenNobodyLives() {
    assertThat(violated(UnapprovedMovesTest::scheduling, s -> s.answers() == 0, story -> DEATH))
        .hasValueSatisfying(words -> assertThat(words).startsWith("the schedule set"));
  }

  /** The group's maximum comes by the schedule. */
  private static Parts scheduling(Story story) {
    int most = Math.min(story.settings().bounds().max(), story.size().max());
    return Parts.REAL.calling(fleet -> new RescheduledFleet(fleet, most));
  }

  @Test
  void whatIsApprovedComesAndWhatNobodyAnswersDoesNot() {
    Story answered = stories(s -> s.answers() > 0 && s.lasts() > 7_200).findFirst().orElseThrow();
    SeedRun.Outcome approved = run(Parts.REAL, answered);
    assertThat(approved.violations()).isEmpty();
    assertThat(approved.waited()).containsKeys(Waited.ASKED, Waited.APPROVED);
    Story silent = stories(s -> s.answers() == 0).findFirst().orElseThrow();
    SeedRun.Outcome waiting = run(Parts.REAL, silent);
    assertThat(waiting.violations()).isEmpty();
    assertThat(waiting.waited()).containsKeys(Waited.UNANSWERED, Waited.CAPPED);
    assertThat(waiting.waited()).doesNotContainKey(Waited.APPROVED);
  }

  @Test
  void aQuarterOfTheStoriesLetSomethingWait() {
    assertThat(stories(s -> true).count()).isBetween(DRAWN / 5L, DRAWN * 3L / 10);
    assertThat(Story.of(3).supervision()).isEqualTo(Supervision.NONE);
  }
}
