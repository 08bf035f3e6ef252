package dev.kickoff.deploy.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.guardrail.Guardrails;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
  private static final Path FOLDER = Path.of("prometheus");
  private static final Pattern METRIC = Pattern.compile("kickoff_[a-z0-9_]+");
  private static final Pattern EXPOSED = Pattern.compile("# TYPE (kickoff_[a-z0-9_]+) ");
  private static final Pattern GUARDRAILS = Pattern.compile("guardrail!?[=~]+\"([^\"]+)\"");

  private static List<JsonNode> rules() throws IOException {
    JsonNode tree = new YAMLMapper().readTree(FOLDER.resolve("rules.yml").toFile());
    List<JsonNode> rules = new ArrayList<>();
    tree.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  private static Set<String> all(Pattern pattern, int group, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().map((MatchResult r) -> r.group(group)).forEach(found::add);
    return found;
  }

  /** What an engine without any group exposes: every family says its name before its samples. */
  private static Set<String> exposed() {
    InstantSource clock = InstantSource.system();
    EngineMetrics metrics =
        new EngineMetrics(new EngineViews(List.of(), clock), EngineTime.live(clock), "test");
    metrics.watchCalendar(() -> false);
    return all(EXPOSED, 1, metrics.text());
  }

  @Test
  void everyMetricThatARuleNamesIsOneThatTheEngineExposes() throws IOException {
    Set<String> exposed = exposed();
    for (JsonNode rule : rules()) {
      assertThat(exposed)
          .as(rule.path("alert").asText())
          .containsAll(all(METRIC, 0, rule.path("expr").asText()));
    }
    String tests = Files.readString(FOLDER.resolve("rules_test.yml"));
    assertThat(exposed).containsAll(all(METRIC, 0, tests));
  }

  @Test
  void everyGuardrailThatARuleNamesIsOne() throws IOException {
    List<String> names = Guardrails.standard().stream().map(Guardrail::name).toList();
    for (JsonNode rule : rules()) {
      for (String alternatives : all(GUARDRAILS, 1, rule.path("expr").asText())) {
        assertThat(names).contains(alternatives.split("\\|"));
      }
    }
  }

  @Test
  void everyAlertSaysWhatIsWrongAndHasASectionOfTheRunbook() throws IOException {
    List<String> anchors =
        Files.readAllLines(Path.of("RUNBOOK.md")).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
            .toList();
    assertThat(rules()).hasSizeGreaterThan(10);
    for (JsonNode rule : rules()) {
      String alert = rule.path("alert").asText();
      JsonNode annotations = rule.path("annotations");
      assertThat(annotations.path("summary").asText()).as(alert).isNotBlank();
      assertThat(rule.path("labels").path("severity").asText())
          .as(alert)
          .isIn("page", "ticket", "none");
      assertThat(annotations.path("runbook_url").asText())
          .as(alert)
          .isEqualTo("deploy/RUNBOOK.md#" + alert.toLowerCase(Locale.ROOT));
      assertThat(anchors).contains(alert.toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void everySectionHasFiveLinesAndNamesItsVerbsLast() throws IOException {
    String[] sections = Files.readString(Path.of("RUNBOOK.md")).split("(?m)^## ");
    for (JsonNode rule : rules()) {
      String alert = rule.path("alert").asText();
      List<String> lines =
          Stream.of(sections)
              .filter(section -> section.startsWith(alert + "\n"))
              .flatMap(String::lines)
              .filter(line -> line.startsWith("- "))
              .toList();
      assertThat(lines).as(alert).hasSize(6);
      assertThat(lines.get(5)).as(alert).startsWith("- Verbs: ");
    }
  }

  @Test
  void promtoolFindsTheRulesToDoWhatTheirTestsSay() throws Exception {
    Optional<Path> promtool = onPath("promtool");
    assumeTrue(
        promtool.isPresent(),
        "no promtool on the PATH: the rules of deploy/prometheus are not run");
    String tool = promtool.get().toString();
    assertThat(run(tool, "check", "rules", "rules.yml")).isEqualTo("0");
    assertThat(run(tool, "test", "rules", "rules_test.yml")).isEqualTo("0");
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Its exit code, with what it said unless that is 0. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    int code = process.waitFor();
    return code == 0 ? "0" : code + ": " + new String(said, StandardCharsets.UTF_8);
  }
}
