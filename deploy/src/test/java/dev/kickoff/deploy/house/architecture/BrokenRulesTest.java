package dev.kickoff.deploy.house.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the house catches code that breaks it, and lets pass what keeps it. */
class BrokenRulesTest {
  private static final String ROOT = "dev.kickoff.deploy.house.broken";
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

  @ParameterizedTest
  @CsvSource({
    "CLOCK, Instant.now() LocalDate.now( Clock.systemUTC() java.util.Date.<init>()"
        + " System.currentTimeMillis() System.nanoTime() ReadsTheClock.java:17",
    "RANDOM_SOURCE, Random.<init>() SplittableRandom.<init>() ThreadLocalRandom.current()"
        + " SecureRandom.<init>() Math.random() UUID.randomUUID() Collections.shuffle("
        + " RollsDice.java:20",
    "IO, java.io.File.<init>( java.nio.file.Path.of( System.getProperty( System.out"
        + " java.net.URL.openStream()",
    "THREAD, java.lang.Thread.<init>( ThreadLocal.<init>() Executors.newFixedThreadPool("
        + " parallelStream()",
    "LOGGER, java.util.logging.Logger System.getLogger(",
    "DEFAULT_OF_THE_MACHINE, ZoneId.systemDefault() Locale.getDefault()",
  })
  void modelIsCaughtTouching(ForbiddenInModel forbidden, String expected) {
    assertThat(violations(forbidden.rule(ROOT))).contains(expected.trim().split(" "));
  }

  @Test
  void seededRandomnessAndUrisAreAllowedInTheModel() {
    assertThat(violations(ForbiddenInModel.RANDOM_SOURCE.rule(ROOT))).doesNotContain("allowed(");
    assertThat(violations(ForbiddenInModel.IO.rule(ROOT))).doesNotContain("java.net.URI.create");
  }

  @Test
  void everyLibraryIsCaughtAwayFromHome() {
    String violations = violations(LayerRules.librariesStayAtHome(ROOT));
    for (Library library : Library.ALL) {
      if (!library.homes().contains("") && !library.name().equals("sqlite")) {
        assertThat(violations).contains(library.name() + " belongs in " + library.homes());
      }
    }
    assertThat(violations)
        .contains("HoardsLibraries.bytedeco", "HoardsLibraries.kafkaCommon")
        .contains("HoardsLibraries.brokerMetadata", "HoardsLibraries.flink")
        .contains("HoardsLibraries.servlet", "HoardsLibraries.jetty")
        .contains(
            "not in the table of libraries: Field <" + ROOT + ".model.HoardsLibraries.unknown>")
        .doesNotContain("connectors.aws.Groups", "CsvFile", "KnowsTheOutside");
  }

  @Test
  void modelIsCaughtKnowingTheOutside() {
    assertThat(violations(LayerRules.modelNeverKnowsTheOutside(ROOT)))
        .contains("KnowsTheOutside.file", "KnowsTheOutside.server");
  }

  @Test
  void connectorsAreCaughtKnowingJobsAndEachOther() {
    assertThat(violations(LayerRules.connectorsNeverKnowJobs(ROOT)))
        .contains("CsvFile", "ConsoleServer");
    assertThat(violations(LayerRules.connectorsNeverKnowEachOther(ROOT)))
        .contains("Slice csv depends on Slice ical", "Slice ical depends on Slice csv");
  }

  @ParameterizedTest
  @CsvSource({
    "model, model.ring.inner",
    "connectors, connectors.ical",
    "jobs, jobs.config",
  })
  void cyclesAreCaughtAlsoBetweenAPackageAndItsSubPackage(String module, String part) {
    assertThat(violations(LayerRules.packagesFormNoCycle(ROOT, module)))
        .contains("Cycle detected", ROOT + "." + part);
  }

  @Test
  void forecastJobIsCaughtReachingAwsThroughOthers() {
    assertThat(violations(LayerRules.awsIsOutOfReachOfTheForecastJob(ROOT)))
        .contains("connectors.aws.Groups", "AutoScalingClient");
  }

  @Test
  void replayIsCaughtReachingAwsThroughOthers() {
    assertThat(violations(LayerRules.awsIsOutOfReachOfReplays(ROOT)))
        .contains("ReplayOfAWeek", "AutoScalingClient");
  }

  @Test
  void fleetIsCaughtBeingCalledFromElsewhere() {
    assertThat(violations(LayerRules.fleetIsCalledByTheControlLoopOnly(ROOT)))
        .contains("ConsoleServer.scale(", "ConsoleServer.describe(")
        .doesNotContain("ControlLoop", "SimulatedFleet");
  }

  @Test
  void emptyNamesAreCaught() {
    assertThat(violations(LayerRules.namesSayWhatATypeIs(ROOT)))
        .contains("FleetImpl", "TimeUtil", "TimeUtils", "PlanHelper", "PlanManager")
        .contains("AbstractFleet", "BaseStore")
        .doesNotContain("Baseline", "Abstraction");
  }

  private static String violations(ArchRule rule) {
    List<String> details = rule.evaluate(BROKEN).getFailureReport().getDetails();
    return String.join("\n", details);
  }
}
