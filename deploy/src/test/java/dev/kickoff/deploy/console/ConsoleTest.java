package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.kickoff.model.control.ControlMode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser, over the real API, fed by a {@link FakeMatchDay}. */
class ConsoleTest {
  private static final String SERVICE = "#/services/web";
  private static Browsers browsers;

  private FakeMatchDay day;
  private ConsoleServer server;

  @BeforeAll
  static void startBrowser() {
    browsers = Browsers.sharedOrSkip();
  }

  @BeforeEach
  void startServer() {
    start(ControlMode.FORECAST_AND_SCALE);
  }

  private void start(ControlMode mode) {
    day = new FakeMatchDay(mode);
    server = new ConsoleServer(day);
    day.playHistory();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void saysInTheBannerWhatIsHappeningAndWhatComesNext() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      Page page = visit.page();
      visit.awaitText("#mode-text", "ACTING");
      assertThat(page.locator("#engine-time").innerText()).startsWith("Fri 19 Jun 18:33:20");
      visit.awaitText("#input-age", "20 s");
      visit.awaitText("#link-text", "live");
      assertThat(page.locator("#verdict").innerText()).startsWith("✓ Enough: ");
      assertThat(page.locator("#next li").count()).isEqualTo(3);
      assertThat(page.locator("#next li").first().innerText()).contains("Brazil vs Scotland");
      assertThat(page.locator("#mode-note").innerText()).contains("Acting on web-asg");
      visit.awaitText(".rows .fleet-row", "web-asg");
      visit.screenshot("desktop-light");
    }
  }

  @Test
  void paintsDemandAndHostsInEveryRange() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_DARK)) {
      visit.open(SERVICE);
      visit.awaitPainted(1);
      for (int hours : new int[] {2, 24, 48}) {
        visit.choose(hours);
        visit.awaitPainted(1);
        visit.screenshot("desktop-dark-" + hours + "h");
      }
    }
  }

  @Test
  void showsANewMinuteWithoutAReload() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.open(SERVICE);
      visit.awaitPainted(1);
      Page page = visit.page();
      page.evaluate("window.sameDocument = true");
      int rows = page.locator("tr[data-action]").count();
      for (int i = 0; i < 20; i++) {
        day.playMinute();
      }
      visit.awaitText("#engine-time", "18:53:2");
      visit.awaitText(".facts-line", "forecast said");
      assertThat((Boolean) page.evaluate("window.sameDocument")).isTrue();
      assertThat(page.locator("tr[data-action]").count()).isGreaterThanOrEqualTo(rows);
    }
  }

  @Test
  void explainsTheLastDecisionInOneClick() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.open(SERVICE);
      visit.press("Explain the last decision");
      visit.awaitText(".page-explain", "step-limit");
      assertThat(visit.page().locator(".page").innerText())
          .contains("Guardrails, in the order they were asked", "The plan wanted", "requests/min");
      visit.screenshot("desktop-light-explain");
    }
  }

  @Test
  void showsAHostileTitleAsText() {
    day.announce("<img src=x onerror=window.pwned=1><script>window.pwned=1</script>");
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.open(SERVICE);
      visit.awaitPainted(1);
      visit.awaitText("#next li", "<img src=x onerror=window.pwned=1>");
      assertThat(visit.page().evaluate("window.pwned === undefined")).isEqualTo(true);
      visit.screenshot("desktop-light-hostile");
    }
  }

  @Test
  void saysThatItOnlyForecasts() {
    server.close();
    start(ControlMode.FORECAST_ONLY);
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitText("#mode-text", "FORECAST ONLY");
      visit.awaitText("#mode-note", "Not acting: decisions are recorded only.");
      visit.awaitText("#now-group", "would hold 155 hosts");
      visit.screenshot("desktop-light-forecast-only");
    }
  }

  @Test
  void saysThatInputIsStaleAndThatPlayHasEnded() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_DARK)) {
      visit.awaitText("#mode-text", "ACTING");
      day.fallSilent(Duration.ofMinutes(12));
      visit.awaitText("#mode-text", "DEGRADED");
      visit.awaitText("#verdict", "Last known: ");
      visit.screenshot("desktop-dark-stale");
      day.end();
      visit.awaitText("#mode-text", "ENDED");
    }
  }

  @Test
  void saysThatThereAreTooFewHosts() {
    server.close();
    start(ControlMode.FORECAST_ONLY);
    for (int i = 0; i < 45; i++) {
      day.playMinute();
    }
    try (Visit visit = browsers.visit(server, View.DESKTOP_DARK)) {
      visit.awaitText("#verdict", "✕ Not enough: short of ");
      visit.open(SERVICE);
      visit.awaitPainted(1);
      visit.screenshot("desktop-dark-short");
    }
  }

  @Test
  void showsLocalTimeAndUtc() {
    try (Visit visit = browsers.visit(server, View.PARIS)) {
      visit.open(SERVICE);
      visit.awaitText("#engine-time", "20:33:20 (18:33:20 UTC)");
      visit.awaitText("#next li", "20:50 18:50 UTC");
      visit.awaitText("#zone-note", "Europe/Paris (UTC+2)");
      visit.awaitText("td.when", "20:25 (18:25 UTC)");
      visit.awaitPainted(1);
      Locator plot = visit.page().locator(".plot .u-over");
      plot.hover(new Locator.HoverOptions().setPosition(840, 60));
      visit.awaitText(".chart .at", "at ");
      visit.screenshot("desktop-light-paris");
    }
  }

  @Test
  void saysThatTheServerIsGone() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitText("#link-text", "live");
      visit.expectFailedRequests();
      server.close();
      visit.awaitText("#link-text", "lost, trying again");
    }
  }

  @Test
  void startsEmptyWithoutAFault() {
    server.close();
    day = new FakeMatchDay(ControlMode.FORECAST_ONLY);
    server = new ConsoleServer(day);
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitText("#mode-text", "WAITING FOR INPUT");
      visit.awaitText("#next li", "No plan yet");
      visit.open("#/decisions");
      visit.awaitText(".decisions .placeholder", "The floor has not been changed yet.");
      visit.screenshot("desktop-light-empty");
    }
  }
}
