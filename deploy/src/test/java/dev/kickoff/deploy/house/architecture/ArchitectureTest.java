package dev.kickoff.deploy.house.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The code of Kickoff keeps the rules on who may know whom; see model/DESIGN.md for the reasons.
 */
class ArchitectureTest {
  private static final String ROOT = "dev.kickoff";

  /** Packages that rules speak of and that are still to be written; no other may be empty. */
  private static final Set<String> NOT_YET = Set.of();

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @EnumSource
  void modelGivesTheSameAnswerWhereverAndWheneverItRuns(ForbiddenInModel forbidden) {
    check("model", forbidden.rule(ROOT));
  }

  @Test
  void modelNeverKnowsTheOutside() {
    check("model", LayerRules.modelNeverKnowsTheOutside(ROOT));
  }

  @Test
  void librariesStayAtHome() {
    check("model", LayerRules.librariesStayAtHome(ROOT));
  }

  @Test
  void connectorsNeverKnowJobs() {
    check("connectors", LayerRules.connectorsNeverKnowJobs(ROOT));
  }

  @Test
  void connectorsNeverKnowEachOther() {
    check("connectors", LayerRules.connectorsNeverKnowEachOther(ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "connectors", "jobs"})
  void packagesFormNoCycle(String module) {
    check(module, LayerRules.packagesFormNoCycle(ROOT, module));
  }

  @Test
  void awsIsOutOfReachOfTheForecastJob() {
    check("jobs.forecast", LayerRules.awsIsOutOfReachOfTheForecastJob(ROOT));
  }

  @Test
  void awsIsOutOfReachOfReplays() {
    check("jobs.offline", LayerRules.awsIsOutOfReachOfReplays(ROOT));
  }

  @Test
  void fleetIsCalledByTheControlLoopOnly() {
    check("model", LayerRules.fleetIsCalledByTheControlLoopOnly(ROOT));
  }

  @Test
  void namesSayWhatATypeIs() {
    check("model", LayerRules.namesSayWhatATypeIs(ROOT));
  }

  /** A rule about a package that was renamed away would hold for ever. */
  @Test
  void everyPackageThatARuleSpeaksOfHasCode() {
    Set<String> named = new TreeSet<>(Set.of("model", "connectors", "jobs", "model.fleet"));
    named.addAll(Set.of("jobs.control", "jobs.forecast", "jobs.offline", "model.simulation"));
    Library.ALL.forEach(library -> named.addAll(library.homes()));
    named.remove("");
    named.removeIf(NOT_YET::contains);
    assertThat(named).allSatisfy(name -> assertThat(hasCode(name)).as(name).isTrue());
  }

  private static void check(String packageName, ArchRule rule) {
    rule.allowEmptyShould(!hasCode(packageName) && NOT_YET.contains(packageName)).check(CODE);
  }

  private static boolean hasCode(String packageName) {
    String start = ROOT + "." + packageName + ".";
    for (JavaClass type : CODE) {
      String name = type.getPackageName() + ".";
      if (name.startsWith(start) && !type.getSimpleName().equals("package-info")) {
        return true;
      }
    }
    return false;
  }
}
