package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The runbook in the console: five lines an alert, the controls at hand, reached where it hurts.
 */
class RunbookTest {
  private static final Pattern NAMED =
      Pattern.compile("\\b(?:page|button) ([A-Z][a-z-]*(?: room| only)?)");
  @RegisterExtension private static final FakeConsole CONSOLE = new FakeConsole();

  private static List<String> alerts() throws IOException {
    JsonNode rules = new YAMLMapper().readTree(Path.of("prometheus", "rules.yml").toFile());
    return rules.findValuesAsText("alert");
  }

  @Test
  void everyAlertHasFiveLinesAndTheControlsThatItNames() throws IOException {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.press("Freeze…");
      visit.apply();
      visit.awaitText("#mode-text", "FROZEN");
      visit.open("#/runbook");
      assertThat(alerts()).hasSizeGreaterThan(10);
      for (String alert : alerts()) {
        Locator entry = visit.page().locator("#runbook-" + alert);
        assertThat(entry.locator("ol > li").count()).as(alert).isEqualTo(5);
        List<String> offered = entry.locator(".controls > *").allTextContents();
        String verbs = entry.locator(".runbook-body > p").last().textContent();
        for (String name : NAMED.matcher(verbs).results().map(RunbookTest::name).toList()) {
          assertThat(offered).as(alert).anyMatch(each -> each.startsWith(name));
        }
        assertThat(offered).as(alert).contains("Explain the last decision", "❄ Freeze…");
      }
      assertThat(visit.page().locator("#runbook-KickoffFrozen").getAttribute("open")).isNotNull();
      assertThat(visit.page().locator("#runbook-KickoffGone").getAttribute("open")).isNull();
    }
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  @Test
  void leadsFromTheBannerToTheAlertThatHoldsAndTellsAFreezeBesideOldInputs() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.awaitText("#mode-text", "ACTING");
      assertThat(visit.page().locator("#help").isHidden()).isTrue();
      CONSOLE.api().loseDemand();
      visit.awaitText("#mode-text", "DEGRADED-SAFE");
      visit.press("What to do");
      visit.awaitText("#runbook-KickoffDegraded", "now: demand of web is 12 min 20 s old");
      assertThat(visit.page().url()).endsWith("#/runbook/KickoffDegraded");
      visit.awaitText("#runbook-KickoffDegraded", "kickoff explain web-asg");
      visit.screenshot("runbook-degraded");
      visit.page().locator("#runbook-KickoffDegraded .controls").getByText("Freeze…").click();
      visit.apply();
      visit.awaitText("#mode-text", "FROZEN");
      visit.awaitText("#mode-also", "DEGRADED-SAFE");
      visit.awaitText("#mode-note", "Engine frozen for web-asg by operator");
      visit.awaitText("#mode-note", "Too old: demand of web, 12 min 20 s");
      visit.awaitText("#help", "What to do (2)");
      for (View view : List.of(View.DESKTOP_LIGHT, View.PHONE_LIGHT)) {
        visit.page().setViewportSize(view.width(), view.height());
        assertThat(visit.overflow()).as(view.name()).isZero();
        visit.screenshot("frozen-and-degraded-" + view.name());
      }
    }
  }

  @Test
  void tellsThatSomebodyElseChangesAGroup() {
    CONSOLE.api().conflict("somebody set the floor from 80 to 12");
    try (Visit visit = CONSOLE.signedIn("viewer")) {
      visit.awaitText("#help", "What to do");
      visit.press("What to do");
      visit.awaitText(
          "#runbook-KickoffForeignWriter", "now: web-asg: somebody set the floor from 80 to 12");
    }
  }

  @Test
  void isThereWhenTheServerIsNot() {
    try (Visit visit = CONSOLE.stranger("#token=viewer")) {
      visit.page().waitForResponse("**/RUNBOOK.md", () -> visit.awaitText(".page h1", "Fleet"));
      visit.expectFailedRequests();
      CONSOLE.api().close();
      visit.awaitText("#link-text", "lost, trying again");
      visit.press("What to do");
      visit.awaitText("#runbook-KickoffGone", "now: no word from the server");
      visit.awaitText("#runbook-KickoffGone", "deploy/break-glass web-asg show");
    }
  }
}
