package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.capacity.quantile.CriticalFractile;
import dev.kickoff.model.capacity.quantile.FixedQuantile;
import dev.kickoff.model.capacity.quantile.PlanningCosts;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetFileTest {
  private static final String GOOD =
      """
      service: web
      group: web-asg
      hosts: {min: 2, max: 400, initial: 10}
      capacity: {rpmPerHost: 2000}
      leadTime: {minutes: 10}
      zones: [a, b, c]
      reactive: {kind: target-tracking, target: 0.7, alarmMinutes: 5, scaleInMinutes: 15}
      costs: {hostHour: 0.10, shortMinute: 5.00}
      """;

  @TempDir Path folder;

  private FleetSettings read(String text) {
    try {
      return FleetFile.read(Files.writeString(folder.resolve("fleet.yaml"), text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertFails(String text, String... messages) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.getMessage().replace(folder + "/", ""))
                    .isEqualTo(String.join("\n", messages)));
  }

  @Test
  void readsTheFileOfTheDesign() {
    FleetSettings fleet = read(GOOD);

    assertThat(fleet.service()).contains(new Service("web"));
    assertThat(fleet.group().group()).isEqualTo("web-asg");
    assertThat(fleet.group().bounds()).isEqualTo(new GroupSize(2, 400, 10));
    assertThat(fleet.group().profile()).isEqualTo(new HostProfile(2000));
    assertThat(fleet.group().leadTime()).isEqualTo(LeadTime.constant(Duration.ofMinutes(10)));
    assertThat(fleet.group().mode()).isEqualTo(ControlMode.FORECAST_ONLY);
    assertThat(fleet.group().release()).isEqualTo(ReleaseMode.FLOOR);
    assertThat(fleet.zones()).containsExactly("a", "b", "c");
    assertThat(fleet.reactive())
        .contains(new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15)));
    assertThat(fleet.costs()).isEqualTo(new Costs(0.10, 5));
  }

  @Test
  void plansByTheCostsOrByTheQuantileThatIsGiven() {
    String costs = "costs: {hostHour: 0.10, shortMinute: 5.00}";
    String unmet = GOOD.replace(costs, "costs: {hostHour: 0.2, unmetThousand: 3}");

    assertThat(read(GOOD).planning()).isEqualTo(PlanningPolicy.STANDARD);
    assertThat(read(unmet).costs()).isEqualTo(new Costs(0.2, 0, OptionalDouble.of(3)));
    assertThat(read(unmet).planning().quantile())
        .isEqualTo(new CriticalFractile(new PlanningCosts(0.2, 0, OptionalDouble.of(3))));
    assertThat(read(GOOD + "planning: {quantile: 0.97}").planning().quantile())
        .isEqualTo(new FixedQuantile(0.97));
    assertFails(
        GOOD + "planning: {quantile: 0.999}",
        "fleet.yaml:9:22: planning.quantile '0.999' is not a quantile from 0.5 to 0.99;"
            + " correct it");
  }

  @Test
  void readsTheLeastThatAFleetNeeds() {
    FleetSettings fleet =
        read(
            """
            group: g
            hosts: {min: 0, max: 5}
            capacity: {rpmPerHost: 1.5e3}
            leadTime: {p50: 2.5, p95: 4}
            """);

    assertThat(fleet.service()).isEmpty();
    assertThat(fleet.group().service()).isEqualTo(FleetFile.DEFAULT_SERVICE);
    assertThat(fleet.group().bounds()).isEqualTo(new GroupSize(0, 5, 0));
    assertThat(fleet.group().leadTime())
        .isEqualTo(new LeadTime(Duration.ofSeconds(150), Duration.ofMinutes(4)));
    assertThat(fleet.reactive()).isEmpty();
    assertThat(fleet.zones()).hasSize(3);
    assertThat(fleet.costs()).isEqualTo(Costs.DEFAULT);
  }

  @Test
  void readsModeAndRelease() {
    FleetSettings fleet =
        read(
            GOOD.replace("kind: target-tracking", "kind: none")
                + "mode: forecast-and-scale\nrelease: desired\n");

    assertThat(fleet.group().mode()).isEqualTo(ControlMode.FORECAST_AND_SCALE);
    assertThat(fleet.group().release()).isEqualTo(ReleaseMode.DESIRED);
    assertThat(fleet.reactive()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          service: web|service: my web|1:10: service is not a service name; use letters, digits, '.', '-' or '_'
          group: web-asg|group:|2:7: group is blank; give it a value or remove it
          group: web-asg|group: [a]|2:8: group is not a plain value; write group: text
          min: 2|min: two|3:14: hosts.min 'two' is not a whole number from 0 to 100000; correct it
          min: 2|min: -1|3:14: hosts.min '-1' is not a whole number from 0 to 100000; correct it
          max: 400|max: 2.5|3:22: hosts.max is not a whole number from 0 to 100000; correct it
          max: 400|max: 1|3:22: hosts.max 1 is below min, or 0; raise max or lower min
          max: 400|maxx: 400|3:8: hosts.max is missing; add max: 400!3:17: hosts.maxx is an unknown key; did you mean 'max'?
          initial: 10|initial: 500|3:36: hosts.initial 500 is not within min and max; correct it
          {rpmPerHost: 2000}|2000|4:11: capacity is not a mapping; write capacity: {rpmPerHost: 2000}
          rpmPerHost: 2000|rpmPerHost: 0|4:24: capacity.rpmPerHost '0' is not a number above 0; correct it
          rpmPerHost: 2000|rpmPerHost: .inf|4:24: capacity.rpmPerHost '.inf' is not a number above 0; correct it
          rpmPerHost: 2000|rpm: 2000|4:11: capacity.rpmPerHost is missing; add rpmPerHost: 2000!4:12: capacity.rpm is an unknown key; known are profile, rpmPerHost
          rpmPerHost: 2000|rpmPerHost: 2000, profile: p.json|4:39: capacity.profile is given beside rpmPerHost; keep one of the two
          minutes: 10|minutes: 10m|5:21: leadTime.minutes '10m' is not minutes from 0 to 1440; correct it
          minutes: 10|p50: 8|5:11: leadTime.p95 is missing; add p95: 12
          minutes: 10|p50: 8, p95: 4|5:25: leadTime.p95 is below p50; 95 of 100 launches cannot be faster than the median
          minutes: 10|minutes: 10, p95: 12|5:21: leadTime.minutes is given beside p50 and p95; keep minutes, or the two others
          '[a, b, c]'|a|6:8: zones is not a list; write a list such as [a, b, c]
          '[a, b, c]'|'[a, a]'|6:8: zones names a zone twice; name each zone once
          target-tracking|target-traking|7:18: reactive.kind 'target-traking' is unknown; did you mean 'target-tracking'?
          target: 0.7|target: 70|7:43: reactive.target '70' is not a number above 0 and at most 1; correct it
          alarmMinutes: 5|alarmMinutes: 0|7:62: reactive.alarmMinutes '0' is not minutes above 0, up to 1440; correct it
          hostHour: 0.10|hostHour: -1|8:19: costs.hostHour '-1' is not a number of 0 or more; correct it
          costs|cost|8:1: cost is an unknown key; did you mean 'costs'?
          """)
  void namesThePlaceAndTheKeyOfWhatIsWrong(String good, String bad, String messages) {
    String[] expected = messages.split("!");
    for (int i = 0; i < expected.length; i++) {
      expected[i] = "fleet.yaml:" + expected[i];
    }

    assertFails(GOOD.replace(good, bad), expected);
  }

  @Test
  void reportsEveryProblemAtOnceInTheOrderOfTheFile() {
    assertFails(
        """
        hosts: {min: x}
        capacity: {}
        leedTime: {minutes: 10}
        mode: on
        """,
        "fleet.yaml:1:1: group is missing; add group: web-asg",
        "fleet.yaml:1:1: leadTime is missing; add leadTime: {minutes: 10}",
        "fleet.yaml:1:8: hosts.max is missing; add max: 400",
        "fleet.yaml:1:14: hosts.min 'x' is not a whole number from 0 to 100000; correct it",
        "fleet.yaml:2:11: capacity.rpmPerHost is missing; add rpmPerHost: 2000",
        "fleet.yaml:3:1: leedTime is an unknown key; did you mean 'leadTime'?",
        "fleet.yaml:4:7: mode 'on' is unknown;"
            + " write one of forecast-only, approve, forecast-and-scale");
  }

  @Test
  void refusesAKeyThatIsGivenTwice() {
    assertFails(GOOD + "group: b\n", "fleet.yaml:9:1: group is given twice; keep one of them");
  }

  @Test
  void failsOnWhatIsNoFleet() {
    String remedy = "; write keys such as hosts: {min: 2, max: 400}";
    assertFails("", "fleet.yaml: describes no fleet" + remedy);
    assertFails("- a\n- b\n", "fleet.yaml: describes no fleet" + remedy);
    assertFails(
        "group: a\nhosts: {min: 2\n",
        "fleet.yaml:3:1: is not YAML: expected ',' or '}', but got <stream end>" + remedy);
    assertFails(
        "group: a\n\thosts: 1\n",
        "fleet.yaml:2:1: is not YAML: found character '\\t(TAB)' that cannot start any token."
            + " (Do not use \\t(TAB) for indentation)"
            + remedy);
  }

  @Test
  void survivesABombOfAliasesAndOneOfDepth() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 80; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("aliases");
    assertThatThrownBy(() -> read("a: " + "[".repeat(5000)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("fleet.yaml");
  }

  @Test
  void takesAHostProfileFromItsFile() throws IOException {
    Files.writeString(
        folder.resolve("profile.json"), "{\"rpm_per_host_at_knee\": 1875.5, \"r2\": 0.9}");
    String text = GOOD.replace("rpmPerHost: 2000", "profile: profile.json");

    assertThat(read(text).group().profile()).isEqualTo(new HostProfile(1875.5));

    Files.writeString(folder.resolve("profile.json"), "{\"rpm_per_host_at_knee\": null}");
    assertFails(
        text,
        "fleet.yaml:4:21: capacity.profile: profile.json has no number above 0 under"
            + " rpm_per_host_at_knee; write it with kickoff profile -o json");
    Files.writeString(folder.resolve("profile.json"), "{\n");
    assertFails(
        text,
        "fleet.yaml:4:21: capacity.profile: profile.json:2 is not JSON; write it with kickoff"
            + " profile -o json");
    Files.delete(folder.resolve("profile.json"));
    assertFails(
        text,
        "fleet.yaml:4:21: capacity.profile: profile.json does not exist; write it with kickoff"
            + " profile -o json");
  }

  @Test
  void readsHowFarTheGroupMayGoWithoutAskingAndHowItIsReached() {
    FleetSettings fleet =
        read(
            GOOD
                + """
                mode: approve
                limits: {quota: 500, tested: 300, spendPerHour: 40, zonesToLose: 1, growth: 5, largeMove: 0.3, launchesPerMinute: 20, vcpusPerHost: 4}
                share: 60
                aws: {region: eu-west-3, role: "arn:aws:iam::123456789012:role/kickoff", externalId: x}
                """);
    assertThat(fleet.group().mode()).isEqualTo(ControlMode.APPROVE);
    assertThat(fleet.group().limits())
        .isEqualTo(
            new GroupLimits(
                OptionalInt.of(500),
                OptionalInt.of(300),
                0.1,
                OptionalDouble.of(40),
                1,
                5,
                0.3,
                OptionalInt.of(20)));
    assertThat(fleet.claim()).isEqualTo(new FleetClaim(60, OptionalInt.of(4)));
    assertThat(read(GOOD).claim()).isEqualTo(FleetClaim.STANDARD);
    assertThat(fleet.door())
        .isEqualTo(
            new FleetDoor(
                Optional.of("eu-west-3"),
                Optional.of("arn:aws:iam::123456789012:role/kickoff"),
                Optional.of("x"),
                Optional.empty()));
  }

  @Test
  void namesWhatIsWrongWithLimitsAndDoors() {
    assertFails(
        GOOD
            + "limits: {growth: 0.5, qouta: 3, vcpusPerHost: 0}\n"
            + "aws: {role: kickoff, endpoint: \"a b\"}\nshare: 0\n",
        "fleet.yaml:9:18: limits.growth '0.5' is not a number from 1 to 1000; correct it",
        "fleet.yaml:9:23: limits.qouta is an unknown key; did you mean 'quota'?",
        "fleet.yaml:9:47: limits.vcpusPerHost '0' is not a whole number from 1 to 10000;"
            + " correct it",
        "fleet.yaml:10:13: aws.role: 'kickoff' is no role; write arn:aws:iam::ACCOUNT:role/NAME;"
            + " correct it",
        "fleet.yaml:10:32: aws.endpoint is no address; write http://host:port, or leave it out",
        "fleet.yaml:11:8: share '0' is not a weight above 0, up to 1000000; correct it");
  }
}
