package dev.kickoff.jobs.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.aws.GroupInspection;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.Refresh;
import dev.kickoff.jobs.cli.Main;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.HostMix;
import dev.kickoff.model.simulation.group.GroupShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final String FLEET =
      "group: web\nhosts: {min: 1, max: 400, initial: 1}\ncapacity: {rpmPerHost: 2000}\n"
          + "leadTime: {minutes: 10}\n";
  private static final String REACTIVE =
      "reactive: {kind: target-tracking, target: 0.7, alarmMinutes: 5, scaleInMinutes: 15}\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Demand by the minute from the start. */
  private Path demand(int days, IntToDoubleFunction rpm) throws IOException {
    List<String> rows = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < days * 1440; i++) {
      rows.add(START.plus(Duration.ofMinutes(i)) + "," + Math.round(rpm.applyAsDouble(i)));
    }
    return Files.write(folder.resolve("metrics.csv"), rows);
  }

  private int check(Object... args) {
    List<String> all = new ArrayList<>(List.of("check"));
    for (Object arg : args) {
      all.add(arg.toString());
    }
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  @Test
  void namesEveryProblemOfEveryFileAtOnce() throws IOException {
    Path fleet = write("fleet.yaml", FLEET.replace("min: 1", "min: one") + "zonez: [a]\n");
    Path metrics = write("metrics.csv", "timestamp,value\n2026-06-01T00:00:00Z,1\nnoon,2\n");
    Path calendar = write("calendar.csv", "start,end,title\n");

    assertThat(check("--fleet", fleet, "--metrics", metrics, "--calendar", calendar)).isEqualTo(2);
    assertThat(out.toString())
        .contains(fleet + ":2:14: hosts.min 'one' is not a whole number from 0 to 100000")
        .contains(fleet + ":5:1: zonez is an unknown key; did you mean 'zones'?")
        .contains(metrics + ":3:1: ")
        .contains(calendar + ":1: no column 'category'")
        .endsWith("\n6 problems\n");
  }

  @Test
  void saysThatNothingIsWrongAndWhatIsWorthKnowing() throws IOException {
    Path fleet = write("fleet.yaml", FLEET.replace("max: 400", "max: 3"));
    Path metrics = demand(1, i -> 7000);

    assertThat(check("--fleet", fleet, "--metrics", metrics)).isZero();
    assertThat(out.toString())
        .endsWith("needs 4 hosts, and hosts.max is 3\nno problems\n")
        .contains("note: the highest demand, 7,000 requests per minute,");
  }

  @Test
  void asJsonForPrograms() throws IOException {
    Path fleet = write("fleet.yaml", FLEET + "zonez: [a]\n");

    assertThat(check("--fleet", fleet, "-o", "json")).isEqualTo(2);
    JsonNode said = new ObjectMapper().readTree(out.toString());
    assertThat(said.get("ok").booleanValue()).isFalse();
    assertThat(said.get("total").intValue()).isEqualTo(1);
    assertThat(said.get("problems").get(0).get("place").textValue()).isEqualTo(fleet + ":5:1");
  }

  @Test
  void namesEverythingThatIsWrongWithTheGroupAsItIs() throws IOException {
    Instant now = Instant.parse("2026-06-20T12:00:00Z");
    FaultPlan refreshed =
        FaultPlan.NONE.withRefreshes(List.of(new Refresh("web", now, now.plusSeconds(3600))));
    try (AutoScalingEndpoint aws = aws(now, refreshed, OptionalInt.of(480))) {
      try (AutoScalingGroupFleet owner = AutoScalingGroupFleet.simulated(aws.uri(), () -> now)) {
        owner.schedule().orElseThrow().suspend("web");
      }
      Path fleet = write("fleet.yaml", FLEET + reached(aws) + "limits: {vcpusPerHost: 4}\n");

      assertThat(check("--live", "--fleet", fleet)).isEqualTo(2);
      assertThat(out.toString().lines())
          .containsExactly(
              fleet
                  + ": group 'web' has MaxSize 150, below hosts.max 400;"
                  + " raise its MaxSize to 400, or lower hosts.max to 150",
              fleet
                  + ": processes of group 'web' are suspended that capacity needs:"
                  + " ScheduledActions;"
                  + " aws autoscaling resume-processes --auto-scaling-group-name web"
                  + " --scaling-processes ScheduledActions",
              fleet
                  + ": an instance refresh of group 'web' is under way;"
                  + " wait until it has ended: until then nothing is lowered",
              fleet
                  + ": wanted 400 hosts, the quota allows 120: 480 vCPUs at 4 a host (Service"
                  + " Quotas, L-1216C47A); have the quota raised, or lower hosts.max",
              "note: group 'web' has MinSize 2, above hosts.min 1: Kickoff may lower it as far",
              "note: group 'web' has no tag kickoff=managed, without which the policy of deploy/iam"
                  + " lets nobody change it",
              "4 problems");
    }
  }

  @Test
  void namesAGroupThatIsNotThereAndAQuotaThatIsNotTold() throws IOException {
    Instant now = Instant.parse("2026-06-20T12:00:00Z");
    try (AutoScalingEndpoint aws = aws(now, FaultPlan.NONE, OptionalInt.empty())) {
      String good = FLEET.replace("max: 400", "max: 150") + reached(aws);
      Path fleet = write("fleet.yaml", good.replace("group: web", "group: wbe"));
      assertThat(check("--live", "--fleet", fleet, "-o", "json")).isEqualTo(2);
      JsonNode said = new ObjectMapper().readTree(out.toString());
      assertThat(said.get("total").intValue()).isEqualTo(1);
      assertThat(said.get("problems").get(0).get("what").textValue())
          .isEqualTo("no Auto Scaling group 'wbe' in us-east-1");
      assertThat(said.get("problems").get(0).get("remedy").textValue())
          .isEqualTo("set group and aws.region to a group that exists");

      out.getBuffer().setLength(0);
      write("fleet.yaml", good + "limits: {vcpusPerHost: 4}\n");
      assertThat(check("--live", "--fleet", fleet)).isEqualTo(2);
      assertThat(out.toString())
          .startsWith(
              fleet
                  + ": quota L-1216C47A is not known (400 {\"__type\":\"AccessDeniedException\"});"
                  + " allow servicequotas:GetServiceQuota, or set limits.quota instead\n");

      out.getBuffer().setLength(0);
      write("fleet.yaml", good);
      assertThat(check("--live", "--fleet", fleet)).as(out.toString()).isZero();
    }
  }

  @Test
  void saysThatSizesAreUnitsOfWeightWhereTypesHaveWeights() {
    GroupInspection weighted =
        new GroupInspection(
            Optional.empty(), new HostMix(Map.of("m5.large", 2, "m5.xlarge", 4)), List.of());
    GroupCheck check =
        GroupCheck.of(
            Path.of("fleet.yaml"), DefaultFleet.settings().group(), weighted, Optional.empty());
    assertThat(check.notes())
        .singleElement()
        .asString()
        .contains("counts its capacity in units of weight, {m5.large=2, m5.xlarge=4}");
  }

  private AutoScalingEndpoint aws(Instant now, FaultPlan faults, OptionalInt vcpus) {
    System.setProperty("aws.accessKeyId", "simulated");
    System.setProperty("aws.secretAccessKey", "simulated");
    GroupDefinition group =
        new GroupDefinition(
            new GroupShape("web", Duration.ofMinutes(3), List.of("a", "b")),
            new GroupSize(2, 150, 10),
            Optional.empty(),
            new HostProfile(1000));
    return AutoScalingEndpoint.start(
        new EndpointSettings(0, folder.resolve("aws"), List.of(group), faults, vcpus), () -> now);
  }

  private static String reached(AutoScalingEndpoint aws) {
    return "aws: {region: us-east-1, endpoint: \"" + aws.uri() + "\"}\n";
  }

  @AfterEach
  void forgetTheCredentials() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Test
  void refusesToJudgeLessThanTwoWeeks() throws IOException {
    Path fleet = write("fleet.yaml", FLEET + REACTIVE);
    Path metrics = demand(13, i -> 1000);

    assertThat(check("--enable", "web", "--fleet", fleet, "--metrics", metrics)).isEqualTo(99);
    assertThat(out.toString())
        .startsWith(
            "web: acting is not recommended.\n  refused enough-history: There are 13.0 days")
        .contains("14 are needed, so nothing was judged.");
  }

  /** One host is the least there can be, so acting costs nothing, and the p99 is never exceeded. */
  @Test
  void recommendsActingWhereItChangesNothingForTheWorse() throws IOException {
    Path fleet = write("fleet.yaml", FLEET);
    Path metrics = demand(14, i -> 400);

    int code = check("--enable", "web", "--fleet", fleet, "--metrics", metrics, "-o", "json");

    assertThat(code).as(out + "" + err).isZero();
    JsonNode said = new ObjectMapper().readTree(out.toString());
    assertThat(said.get("recommended").booleanValue()).isTrue();
    assertThat(said.get("findings")).hasSize(3);
    assertThat(said.get("now").textValue()).isEqualTo("static");
    assertThat(said.get("scorecard").get("minutes_saved").intValue()).isZero();
    assertThat(said.get("p99_shortfall").get("days").intValue()).isEqualTo(13);
    assertThat(said.get("from").textValue()).isEqualTo("2026-06-02T00:00:00Z");
  }

  @Test
  void saysWhatWouldHaveBeenRight() throws IOException {
    Path fleet = write("fleet.yaml", "service: shop\n" + FLEET);
    Path metrics = demand(1, i -> 400);

    assertThat(check()).isEqualTo(2);
    assertThat(check("--enable", "web", "--metrics", metrics)).isEqualTo(2);
    assertThat(check("--enable", "web", "--fleet", fleet, "--metrics", metrics)).isEqualTo(2);
    assertThat(check("--enable", "web", "--weeks", 1)).isEqualTo(2);
    assertThat(check("--live", "--metrics", metrics)).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "kickoff: give it files to check: --fleet, --metrics, --calendar or --labels",
            "kickoff: --fleet is missing: --enable judges a group of hosts",
            "kickoff: the fleet file is for service shop, not web",
            "kickoff: --weeks 1 is not within 2 to 52",
            "kickoff: --fleet is missing: --live looks at the group that a fleet file names");
  }
}
