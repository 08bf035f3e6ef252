package dev.kickoff.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.policy.Contenders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant FROM = Scenes.NOON;
  private static final Instant KICK_OFF = FROM.plus(Duration.ofHours(3));
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Controller CONTROLLER = new Controller(Guardrails.standard());

  /** Five thousand rpm, and sixty thousand for two hours from kick-off. */
  private static double demand(Instant at) {
    boolean on = !at.isBefore(KICK_OFF) && at.isBefore(KICK_OFF.plus(Duration.ofHours(2)));
    return on ? 60_000 : 5_000;
  }

  private static ReplayInput input(int... gapMinutes) {
    DemandSeries.Builder minutes = DemandSeries.builder(FROM.minus(Duration.ofHours(2)), MINUTE);
    for (int i = -120; i < 600; i++) {
      int minute = i;
      Instant at = FROM.plus(MINUTE.multipliedBy(i));
      if (java.util.Arrays.stream(gapMinutes).noneMatch(g -> g == minute)) {
        minutes.set(at, demand(at));
      }
    }
    return new ReplayInput(
        minutes.build(),
        EventCalendar.published(List.of(Scenes.match("m", KICK_OFF))),
        Scenes.settings(ControlMode.FORECAST_AND_SCALE),
        Optional.of(new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15))),
        List.of("a", "b"),
        FROM,
        FROM.plus(Duration.ofHours(10)));
  }

  /** Issues what will be as the median, with a p95 a tenth above it. */
  private static final ForecastIssuer FORESIGHT =
      (service, kind, request) ->
          Scenes.foresight(kind, request.issuedAt(), request.steps(), ReplayTest::demand);

  private static List<TimelineRow> play(ReplayInput input, List<String> policies) {
    List<TimelineRow> rows = new ArrayList<>();
    ForecastSchedule schedule = new ForecastSchedule(input);
    new Replay(input, at -> schedule.issue(at, FORESIGHT), new CapacityPlanner(Scenes.P95))
        .play(Contenders.named(policies, input, CONTROLLER), rows::add);
    return rows;
  }

  private static PolicyScore score(List<TimelineRow> rows, ReplayInput input, String policy) {
    ReplayReport report = new ReplayReport(Scenes.THOUSAND, Costs.DEFAULT, input.calendar());
    rows.forEach(report::add);
    return report.scores().get(policy).overall();
  }

  @Test
  void raisesTheFloorBeforeKickOffByAtLeastTheLeadTime() {
    List<TimelineRow> rows = play(input(), List.of("kickoff"));
    Instant launch = KICK_OFF.minus(Duration.ofMinutes(10));
    TimelineRow row = rows.stream().filter(r -> r.at().equals(launch)).findFirst().orElseThrow();
    assertThat(row.hosts().floor()).isEqualTo(66);
  }

  @Test
  void raisesTheFloorEarlierWhereOnlyAFewHostsCanBeLaunchedAMinute() {
    ReplayInput plain = input();
    GroupLimits slow =
        new GroupLimits(
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            OptionalDouble.empty(),
            0,
            3,
            0.5,
            OptionalInt.of(3));
    ReplayInput limited = plain.withGroup(plain.group().within(slow));
    Instant usual = KICK_OFF.minus(Duration.ofMinutes(21));
    Instant earlier = usual.minus(Duration.ofMinutes(19));
    assertThat(floorAt(plain, usual)).isEqualTo(66);
    assertThat(floorAt(plain, usual.minus(Duration.ofMinutes(2)))).isLessThan(66);
    assertThat(floorAt(limited, earlier)).as("sixty more at three a minute").isEqualTo(66);
    assertThat(floorAt(limited, earlier.minus(Duration.ofMinutes(2)))).isLessThan(66);
  }

  private static int floorAt(ReplayInput input, Instant at) {
    return play(input, List.of("kickoff")).stream()
        .filter(row -> row.at().equals(at))
        .findFirst()
        .orElseThrow()
        .hosts()
        .floor();
  }

  @Test
  void servesWhatReactiveScalingIsLateFor() {
    ReplayInput input = input();
    List<TimelineRow> rows = play(input, List.of("kickoff", "kickoff-alone", "reactive", "oracle"));
    assertThat(score(rows, input, "kickoff").underShare()).isZero();
    assertThat(score(rows, input, "kickoff-alone").underShare()).isZero();
    assertThat(score(rows, input, "oracle").underShare()).isZero();
    assertThat(score(rows, input, "reactive").underShare()).isGreaterThan(0.01);
  }

  @Test
  void noPolicyThatServesEverythingNeedsFewerHostsThanTheOracle() {
    ReplayInput input = input();
    List<TimelineRow> rows =
        play(input, List.of("kickoff", "kickoff-alone", "oracle", "static-peak"));
    double oracle = score(rows, input, "oracle").hostHours();
    for (String policy : List.of("kickoff", "kickoff-alone", "static-peak")) {
      assertThat(score(rows, input, policy).hostHours()).isGreaterThan(oracle);
    }
  }

  @Test
  void writesEveryMinuteOfEveryPolicyAlsoInAGap() {
    ReplayInput input = input(200, 201, 202);
    List<TimelineRow> rows = play(input, Contenders.STANDARD);
    assertThat(rows).hasSize(4 * input.rows());
    TimelineRow gap = rows.get(4 * 200);
    assertThat(gap.demand()).isEmpty();
    assertThat(gap.hosts().required()).isEmpty();
    assertThat(gap.hosts().desired()).isPositive();
  }

  @Test
  void sameInputSameRows() {
    assertThat(play(input(), List.of("kickoff"))).isEqualTo(play(input(), List.of("kickoff")));
  }

  @Test
  void namesThePoliciesItKnows() {
    assertThatThrownBy(() -> Contenders.named(List.of("magic"), input(), CONTROLLER))
        .hasMessage("unknown policy 'magic'; known: " + Contenders.KNOWN);
    assertThatThrownBy(() -> Contenders.named(List.of("reactive:x"), input(), CONTROLLER))
        .hasMessage("policy 'reactive:x': write the target as a share, such as reactive:0.6");
  }
}
