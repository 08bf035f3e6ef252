package dev.kickoff.model.simulation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ForecastSchedule;
import dev.kickoff.model.simulation.Replay;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.TimelineRow;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContendersTest {
  private static final Instant FROM = Scenes.NOON;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Controller CONTROLLER = new Controller(Guardrails.standard());
  private static final ReactiveSettings REACTIVE =
      new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** Seven thousand rpm, and 35,000 from 15:00 to 17:00 of every day. */
  private static double demand(Instant at) {
    long hour = Math.floorMod(at.getEpochSecond() / 3600, 24);
    return hour == 15 || hour == 16 ? 35_000 : 7_000;
  }

  private static final ForecastIssuer FORESIGHT =
      (service, kind, request) ->
          Scenes.forecast(kind, request.issuedAt(), request.steps(), at -> 1.1 * demand(at));

  private static ReplayInput input(Optional<ReactiveSettings> reactive) {
    DemandSeries.Builder minutes = DemandSeries.builder(FROM.minus(DAY.multipliedBy(9)), MINUTE);
    for (int i = -9 * 1440; i < 480; i++) {
      Instant at = FROM.plus(MINUTE.multipliedBy(i));
      minutes.set(at, demand(at));
    }
    return new ReplayInput(
        minutes.build(),
        EventCalendar.empty(),
        Scenes.settings(ControlMode.FORECAST_ONLY),
        reactive,
        List.of("a", "b"),
        FROM,
        FROM.plus(Duration.ofHours(8)));
  }

  private static List<TimelineRow> play(
      String policy, Optional<ReactiveSettings> reactive, List<ScheduledSize> byHand) {
    ReplayInput input = input(reactive);
    List<Contender> contenders =
        Contenders.named(List.of(policy), input, CONTROLLER, Map.of("hand.csv", byHand));
    List<TimelineRow> rows = new ArrayList<>();
    ForecastSchedule schedule = new ForecastSchedule(input);
    new Replay(input, at -> schedule.issue(at, FORESIGHT), new CapacityPlanner(Scenes.P95))
        .play(contenders, rows::add);
    return rows;
  }

  private static TimelineRow.Hosts at(List<TimelineRow> rows, String time) {
    Instant at = Instant.parse("2026-06-10T" + time + ":00Z");
    return rows.stream().filter(r -> r.at().equals(at)).findFirst().orElseThrow().hosts();
  }

  @Test
  void predictiveScalingLaunchesFiveMinutesBeforeTheHourAndNeverScalesIn() {
    List<TimelineRow> rows = play("aws-predictive", Optional.of(REACTIVE), List.of());
    assertThat(at(rows, "14:54").desired()).isEqualTo(10);
    assertThat(at(rows, "14:55").desired()).isEqualTo(50);
    assertThat(at(rows, "16:59").floor()).isEqualTo(50);
    assertThat(at(rows, "17:00").floor()).isEqualTo(10);
    assertThat(at(rows, "17:14").desired()).isEqualTo(50);
    assertThat(at(rows, "17:16").desired()).isEqualTo(10);
  }

  @Test
  void aScheduleByHandSetsItsFloorsBesideTargetTracking() {
    Instant at = Instant.parse("2026-06-10T14:40:00Z");
    List<ScheduledSize> byHand =
        List.of(
            ScheduledSize.floor("line 3", at.plus(Duration.ofHours(3)), 3),
            ScheduledSize.floor("line 2", at, 44),
            ScheduledSize.floor("line 4", FROM.minus(DAY), 12));
    List<TimelineRow> rows = play("scheduled:hand.csv", Optional.of(REACTIVE), byHand);
    assertThat(at(rows, "12:00").desired()).isEqualTo(12);
    assertThat(at(rows, "14:39").desired()).isEqualTo(12);
    assertThat(at(rows, "14:40").desired()).isEqualTo(44);
    assertThat(at(rows, "15:10").desired()).isEqualTo(50);
    assertThat(at(rows, "17:39").desired()).isEqualTo(44);
    assertThat(at(rows, "17:45").desired()).isEqualTo(10);
  }

  @Test
  void aScheduledDesiredCapacityIsBroughtWithinItsBounds() {
    Instant at = Instant.parse("2026-06-10T13:00:00Z");
    ScheduledSize size =
        new ScheduledSize("line 2", at, OptionalInt.of(5), OptionalInt.of(20), OptionalInt.of(30));
    List<TimelineRow> rows = play("scheduled:hand.csv", Optional.empty(), List.of(size));
    assertThat(at(rows, "12:59").desired()).isEqualTo(7);
    assertThat(at(rows, "13:00").desired()).isEqualTo(20);
  }

  @Test
  void forecastOnlyNeverActsSoItIsWhatTheFleetIsWithoutIt() {
    List<TimelineRow> idle = play("kickoff:forecast-only", Optional.of(REACTIVE), List.of());
    List<TimelineRow> reactive = play("reactive", Optional.of(REACTIVE), List.of());
    assertThat(idle.stream().map(TimelineRow::hosts))
        .containsExactlyElementsOf(reactive.stream().map(TimelineRow::hosts).toList());
    List<TimelineRow> acting = play("kickoff", Optional.of(REACTIVE), List.of());
    assertThat(at(acting, "15:00").inService()).isGreaterThan(at(idle, "15:00").inService());
  }

  @Test
  void aStaticFleetKeepsItsInitialHosts() {
    assertThat(play("static", Optional.empty(), List.of()))
        .allMatch(row -> row.hosts().inService() == 2 && row.hosts().desired() == 2);
  }

  @Test
  void sideBySideReplaysGiveTheRowsOfEachAlone() {
    ReplayInput input = input(Optional.of(REACTIVE));
    ForecastSchedule schedule = new ForecastSchedule(input);
    List<String> policies = List.of("kickoff", "step:0.6", "oracle");
    List<Replay.Stage> stages = new ArrayList<>();
    List<List<TimelineRow>> rows = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<TimelineRow> own = new ArrayList<>();
      rows.add(own);
      Replay replay =
          new Replay(input, at -> schedule.issue(at, FORESIGHT), new CapacityPlanner(Scenes.P95));
      stages.add(new Replay.Stage(replay, Contenders.named(policies, input, CONTROLLER), own::add));
    }
    Replay.playSideBySide(stages);
    assertThat(rows.get(0)).hasSize(3 * input.rows()).isEqualTo(rows.get(1));
    assertThat(rows.get(0).stream().filter(r -> r.policy().equals("kickoff")))
        .containsExactlyElementsOf(play("kickoff", Optional.of(REACTIVE), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reactive:0", "reactive:1.1", "step:x", "step:", "step:NaN"})
  void aTargetIsAShare(String policy) {
    assertThatThrownBy(
            () -> Contenders.named(List.of(policy), input(Optional.of(REACTIVE)), CONTROLLER))
        .hasMessageMatching("policy '.*': write the (target|threshold) as a share, such as .*:0.6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reactive", "step", "step:0.6", "aws-predictive"})
  void somePoliciesNeedAReactiveOneInTheFleetFile(String policy) {
    assertThatThrownBy(() -> Contenders.named(List.of(policy), input(Optional.empty()), CONTROLLER))
        .hasMessageStartingWith("policy '" + policy + "' needs a reactive policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scheduled:", "scheduled:nobody-read-it.csv", "kickoff:dream"})
  void otherNamesAreUnknown(String policy) {
    assertThatThrownBy(() -> Contenders.named(List.of(policy), input(Optional.empty()), CONTROLLER))
        .hasMessage("unknown policy '" + policy + "'; known: " + Contenders.KNOWN);
  }
}
