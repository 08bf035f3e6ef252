package dev.kickoff.deploy.house.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sources of all modules, main and test, keep the rules of the house. */
class HouseStyleTest {
  private static final List<SourceFile> FILES = SourceFile.ofTheProject();
  private static final List<Finding> FINDINGS = ProjectStyle.check(FILES);

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void theHouseKeeps(StyleRule rule) {
    List<Finding> broken = FINDINGS.stream().filter(finding -> finding.rule() == rule).toList();
    assertThat(broken).as(rule.sentence()).isEmpty();
  }

  @Test
  void everyModuleWasRead() {
    assertThat(FILES)
        .extracting(SourceFile::path)
        .contains("model/pom.xml", "connectors/pom.xml", "jobs/pom.xml", "deploy/kickoff")
        .contains("model/src/main/java/dev/kickoff/model/fleet/Fleet.java", ".ci/run");
  }
}
