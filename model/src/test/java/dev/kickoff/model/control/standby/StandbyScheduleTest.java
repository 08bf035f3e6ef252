package dev.kickoff.model.control.standby;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandbyScheduleTest {
  private static Instant at(double hours) {
    return NOON.plusSeconds(Math.round(3600 * hours));
  }

  private static CapacityStep step(double launch, double until, int hosts) {
    return new CapacityStep(at(launch), at(launch + 0.2), at(until), hosts, "for a test");
  }

  /** Ten hosts for two days, and a match from hour 5 to 8 with 90. */
  private static final List<CapacityStep> MATCH = List.of(step(-1, 48, 10), step(5, 8, 90));

  private static StandbyRequest request(Instant now, int floor, List<CapacityStep> steps) {
    return request(now, floor, steps, EventCalendar.empty());
  }

  private static StandbyRequest request(
      Instant now, int floor, List<CapacityStep> steps, EventCalendar calendar) {
    PlanBasis basis = new PlanBasis(Optional.of(now), Optional.of(now), Optional.of(now), 0);
    return new StandbyRequest(
        now,
        Scenes.settings(ControlMode.FORECAST_AND_SCALE),
        floor,
        400,
        new CapacityPlan("web-asg", basis, steps, "digest"),
        calendar,
        Optional.of(new KnownPast(NOON.minus(Duration.ofDays(9)), 150_000)),
        OverrideBook.empty());
  }

  private static StandbyRequest ordered(Kind kind, int hosts, double from, double until) {
    StandbyRequest plain = request(NOON, 10, MATCH);
    OperatorOverride order =
        new OperatorOverride(
            "o-1", Optional.empty(), kind, hosts, at(from), at(until), "somebody", "a test");
    return with(plain, plain.settings(), OverrideBook.empty().with(order));
  }

  private static StandbyRequest with(
      StandbyRequest plain, GroupSettings settings, OverrideBook orders) {
    return new StandbyRequest(
        NOON,
        settings,
        plain.floor(),
        plain.ceiling(),
        plain.plan(),
        plain.calendar(),
        plain.past(),
        orders);
  }

  private static GroupSettings costing(double hostHour, double spend) {
    GroupLimits plain = GroupLimits.costing(hostHour);
    return Scenes.settings(ControlMode.FORECAST_AND_SCALE)
        .within(
            new GroupLimits(
                plain.quota(),
                plain.tested(),
                hostHour,
                OptionalDouble.of(spend),
                plain.zonesToLose(),
                plain.growth(),
                plain.largeMove()));
  }

  private static List<ScheduledSize> written(StandbyRequest request) {
    return StandbyChange.between(List.of(), new StandbySchedule(request).target(), 3).put();
  }

  @Test
  void everyRaiseAndTheReleaseStandBeforeTheyAreNeeded() {
    List<ScheduledSize> sizes = written(request(NOON, 10, MATCH));
    assertThat(sizes)
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(5), 92), tuple(at(8), 10));
    assertThat(sizes.get(0).name()).isEqualTo("kickoff.20260610T1700.0.g3");
    assertThat(sizes).allMatch(s -> s.desired().isEmpty() && s.max().isEmpty());
  }

  @Test
  void anOrderIsObeyedWhileItIsInForce() {
    assertThat(written(ordered(Kind.CEILING, 40, 0, 6)))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(5), 40), tuple(at(6), 92), tuple(at(8), 10));
    assertThat(written(ordered(Kind.FLOOR, 30, 2, 9)))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(2), 30), tuple(at(5), 92), tuple(at(8), 30), tuple(at(9), 10));
    assertThat(written(ordered(Kind.PIN, 20, 4, 6)))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(4), 20), tuple(at(6), 92), tuple(at(8), 10));
    assertThat(written(ordered(Kind.FREEZE_OUT, 0, 0, 6)))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(6), 92), tuple(at(8), 10));
  }

  @Test
  void hostsInGrainsOfFivePercentNeverPassACeiling() {
    assertThat(written(ordered(Kind.CEILING, 41, 0, 6)).get(0).min()).hasValue(41);
  }

  @Test
  void whatWaitsForAPersonDoesNotComeByTheSchedule() {
    StandbyRequest dear = with(request(NOON, 10, MATCH), costing(0.5, 20), OverrideBook.empty());
    assertThat(written(dear))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(5), 40), tuple(at(8), 10));
    assertThat(new StandbySchedule(dear).lackOf(written(dear))).isEmpty();

    StandbyRequest approved = ordered(Kind.APPROVAL, 60, 0, 7);
    assertThat(written(with(approved, costing(0.5, 20), approved.orders())))
        .extracting(ScheduledSize::startAt, s -> s.min().orElseThrow())
        .containsExactly(tuple(at(5), 60), tuple(at(7), 40), tuple(at(8), 10));

    StandbyRequest implausible = request(NOON, 10, List.of(step(5, 48, 390)));
    assertThat(
            written(with(implausible, Scenes.settings(ControlMode.APPROVE), OverrideBook.empty())))
        .extracting(s -> s.min().orElseThrow())
        .as("one and a half times what 150,000 rpm need")
        .endsWith(Scenes.settings(ControlMode.APPROVE).profile().hostsFor(225_000));
    assertThat(written(with(implausible, Scenes.settings(ControlMode.APPROVE), dearest())))
        .extracting(s -> s.min().orElseThrow())
        .contains(390);
  }

  private static OverrideBook dearest() {
    return ordered(Kind.APPROVAL, 390, 0, 23).orders();
  }

  @Test
  void anOrderThatEndsBetweenTwoStepsOfTheGridLeavesNoLack() {
    StandbyRequest request = ordered(Kind.CEILING, 40, 0, 6.03);
    StandbySchedule schedule = new StandbySchedule(request);
    assertThat(schedule.lackOf(written(request))).isEmpty();
    assertThat(schedule.isOutdated(written(request))).isFalse();
  }

  @Test
  void whatWasWrittenLacksNothingAndIsNotOutdated() {
    StandbyRequest request = request(NOON, 10, MATCH);
    StandbySchedule schedule = new StandbySchedule(request);
    assertThat(schedule.lackOf(written(request))).isEmpty();
    assertThat(schedule.isOutdated(written(request))).isFalse();
  }

  @Test
  void anEmptyScheduleLacksTheRaise() {
    StandbySchedule schedule = new StandbySchedule(request(NOON, 10, MATCH));
    assertThat(schedule.lackOf(List.of()))
        .contains(
            "the fleet's own schedule holds 10 hosts at 2026-06-10T17:00:00Z where the plan wants"
                + " 90");
    assertThat(schedule.isOutdated(List.of())).isTrue();
  }

  @Test
  void aRaiseThatIsNineteenTwentiethsOfThePlanIsEnough() {
    StandbySchedule schedule = new StandbySchedule(request(NOON, 10, List.of(step(5, 48, 100))));
    assertThat(schedule.lackOf(List.of(ScheduledSize.floor("kickoff.a", at(5), 95)))).isEmpty();
    assertThat(schedule.lackOf(List.of(ScheduledSize.floor("kickoff.a", at(5), 94)))).isPresent();
  }

  @Test
  void nothingBelowTheLiveFloorFallsDueWithinAnHour() {
    Instant late = at(7.5);
    List<ScheduledSize> old = List.of(ScheduledSize.floor("kickoff.old", at(8), 10));
    StandbyRequest request = request(late, 90, MATCH);
    assertThat(new StandbySchedule(request).lackOf(old)).isPresent();
    List<ScheduledSize> now = written(request);
    assertThat(now.get(0).startAt()).isAfterOrEqualTo(late.plus(Duration.ofMinutes(90)));
    assertThat(new StandbySchedule(request).lackOf(now)).isEmpty();
    for (int minutes = 0; minutes < 30; minutes++) {
      StandbyRequest later = request(late.plus(Duration.ofMinutes(minutes)), 90, MATCH);
      assertThat(new StandbySchedule(later).lackOf(now)).as("%d minutes on", minutes).isEmpty();
    }
  }

  @Test
  void aScheduleThatHoldsFarMoreThanThePlanForLongIsOutdatedThoughItLacksNothing() {
    StandbySchedule schedule = new StandbySchedule(request(NOON, 10, MATCH));
    List<ScheduledSize> generous = List.of(ScheduledSize.floor("kickoff.a", at(4), 300));
    assertThat(schedule.lackOf(generous)).isEmpty();
    assertThat(schedule.isOutdated(generous)).isTrue();
  }

  @Test
  void eventsBeyondThePlanGetWhatTheHighestDemandEverNeeds() {
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("m", at(100))));
    List<ScheduledSize> sizes = written(request(NOON, 10, MATCH, calendar));
    Instant raiseAt = at(100).minus(Duration.ofMinutes(42));
    assertThat(Staircase.scheduled(NOON, 10, sizes).at(raiseAt)).isGreaterThanOrEqualTo(150);
    assertThat(Staircase.scheduled(NOON, 10, sizes).at(at(106))).isEqualTo(10);
  }

  @Test
  void whereThePlanEndsItsLastDaysHighestFloorGoesOn() {
    List<CapacityStep> evening = List.of(step(-1, 48, 10), step(30, 33, 70));
    assertThat(Staircase.scheduled(NOON, 10, written(request(NOON, 10, evening))).at(at(60)))
        .isEqualTo(72);
  }

  @Test
  void eventsBeyondAWeekAreNotScheduled() {
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("m", at(170))));
    assertThat(written(request(NOON, 10, MATCH, calendar)))
        .noneMatch(size -> size.startAt().isAfter(at(168)));
  }

  @Test
  void neverAsksForMoreThanTheCeiling() {
    List<ScheduledSize> sizes = written(request(NOON, 10, List.of(step(5, 48, 4000))));
    assertThat(sizes).allMatch(size -> size.min().orElseThrow() <= 400);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void aRestlessPlanFitsInAHundredActionsAndLacksNothing(long seed) {
    Random random = new Random(seed);
    List<CapacityStep> steps = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double launch = random.nextDouble() * 47;
      steps.add(step(launch, launch + 0.3 + random.nextDouble(), 2 + random.nextInt(300)));
    }
    StandbyRequest request = request(NOON, 20, steps);
    List<Map.Entry<Instant, Integer>> target = new StandbySchedule(request).target();
    assertThat(target.size()).isBetween(10, StandbySchedule.MOST);
    assertThat(new StandbySchedule(request).lackOf(written(request))).isEmpty();
    assertThat(written(request)).extracting(ScheduledSize::startAt).doesNotHaveDuplicates();
  }

  @Test
  void newStandsBeforeOldGoesAndWhatStartsAtTheSameInstantIsReplacedUnderItsName() {
    List<ScheduledSize> stands =
        List.of(
            ScheduledSize.floor("kickoff.x", at(5), 40),
            ScheduledSize.floor("kickoff.y", at(6), 60),
            ScheduledSize.floor("nightly", at(8), 4));
    StandbyChange change =
        StandbyChange.between(stands, List.of(Map.entry(at(5), 92), Map.entry(at(8), 10)), 4);
    assertThat(change.put())
        .containsExactly(
            ScheduledSize.floor("kickoff.x", at(5), 92),
            ScheduledSize.floor("kickoff.20260610T2001.1.g4", at(8).plusSeconds(60), 10));
    assertThat(change.delete()).containsExactly("kickoff.y");
  }

  @Test
  void whatStandsAsWantedIsNotWrittenAgain() {
    List<ScheduledSize> stands = List.of(ScheduledSize.floor("kickoff.x", at(5), 92));
    StandbyChange change = StandbyChange.between(stands, List.of(Map.entry(at(5), 92)), 9);
    assertThat(change.put()).isEmpty();
    assertThat(change.delete()).isEmpty();
  }

  @Test
  void whereTheOwnerHasNoRoomTheFirstRaisesComeFirst() {
    List<ScheduledSize> stands = new ArrayList<>();
    for (int i = 0; i < 124; i++) {
      stands.add(ScheduledSize.floor("other-" + i, at(20 + i / 10.0), 5));
    }
    StandbyChange change =
        StandbyChange.between(stands, List.of(Map.entry(at(5), 92), Map.entry(at(8), 10)), 1);
    assertThat(change.put()).extracting(ScheduledSize::startAt).containsExactly(at(5));
  }
}
