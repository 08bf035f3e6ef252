package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.kickoff.model.control.ControlMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser, over the real API, fed by a {@link FakeMatchDay}. */
class ConsoleTest {
  private static Browsers browsers;

  private FakeMatchDay day;
  private ConsoleServer server;

  @BeforeAll
  static void startBrowser() {
    browsers = Browsers.startOrSkip();
  }

  @AfterAll
  static void stopBrowser() {
    if (browsers != null) {
      browsers.close();
    }
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
  void saysInTheBannerWhatIsHappeningAndHowToStopIt() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      Page page = visit.page();
      visit.awaitText("#state-text", "ACTING");
      assertThat(page.locator("#engine-time").innerText()).startsWith("Fri 19 Jun 18:33:20");
      assertThat(page.locator("#speed").innerText()).isEqualTo("60×");
      assertThat(page.locator("#input-age").innerText()).isEqualTo("20 s");
      visit.awaitText("#link-text", "live");
      assertThat(page.locator("#verdict").innerText()).startsWith("✓ Enough: ");
      assertThat(page.locator("#next li").count()).isEqualTo(3);
      assertThat(page.locator("#next li").first().innerText()).contains("Brazil vs Scotland");
      assertThat(page.locator(".stop").innerText())
          .contains("Acting on web-asg", "Ctrl+C", "--mode forecast-only");
      visit.awaitText("#decision-rows tr[data-action] td.group", "web-asg");
      visit.awaitPainted(2);
      visit.screenshot("desktop-light");
    }
  }

  @Test
  void paintsDemandAndHosts() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_DARK)) {
      visit.awaitPainted(2);
      visit.screenshot("desktop-dark");
      for (int hours : new int[] {2, 24, 48}) {
        visit.choose(hours);
        visit.awaitPainted(2);
        visit.screenshot("desktop-dark-" + hours + "h");
      }
    }
  }

  @Test
  void showsANewMinuteWithoutAReload() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitPainted(2);
      Page page = visit.page();
      page.evaluate("window.sameDocument = true");
      String before = page.locator("#engine-time").innerText();
      int rows = page.locator("#decision-rows tr[data-action]").count();
      for (int i = 0; i < 20; i++) {
        day.playMinute();
      }
      visit.awaitText("#engine-time", "18:53:20");
      assertThat(page.locator("#engine-time").innerText()).isNotEqualTo(before);
      visit.awaitText(".service .facts-line", "forecast said");
      assertThat((Boolean) page.evaluate("window.sameDocument")).isTrue();
      assertThat(page.locator("#decision-rows tr[data-action]").count())
          .isGreaterThanOrEqualTo(rows);
    }
  }

  @Test
  void explainsADecisionOnTheSpot() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      Page page = visit.page();
      Locator button = page.locator(".trail-button").first();
      button.focus();
      page.keyboard().press("Enter");
      visit.awaitText(".trail-cell", "step-limit");
      assertThat(button.getAttribute("aria-expanded")).isEqualTo("true");
      assertThat(page.locator(".trail-cell").innerText())
          .contains("Guardrail", "Proposed", "124,250 rpm");
      page.locator(".trail-cell").scrollIntoViewIfNeeded();
      visit.screenshot("desktop-light-trail");
    }
  }

  @Test
  void fitsAPhone() {
    for (View view : List.of(View.PHONE_LIGHT, View.PHONE_DARK)) {
      try (Visit visit = browsers.visit(server, view)) {
        visit.awaitPainted(2);
        visit.awaitText("#decision-rows tr[data-action] td.group", "web-asg");
        Object overflow =
            visit
                .page()
                .evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).isEqualTo(0);
        visit.screenshot(view.scheme() == ColorScheme.DARK ? "phone-dark" : "phone-light");
      }
    }
  }

  @Test
  void showsAHostileTitleAsText() {
    day.announce("<img src=x onerror=window.pwned=1><script>window.pwned=1</script>");
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitPainted(2);
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
      visit.awaitText("#state-text", "FORECAST ONLY");
      visit.awaitText("#stop-text", "Not acting: decisions are recorded only.");
      visit.awaitText("#now-group", "Kickoff would hold 155 hosts");
      visit.awaitPainted(2);
      visit.screenshot("desktop-light-forecast-only");
    }
  }

  @Test
  void saysThatInputIsStaleAndThatPlayHasEnded() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_DARK)) {
      visit.awaitPainted(2);
      day.fallSilent(Duration.ofMinutes(12));
      visit.awaitText("#state-text", "STALE INPUT");
      visit.awaitText("#stop-text", "demand of web, 12 min 20 s");
      visit.awaitText("#verdict", "Last known: ");
      visit.screenshot("desktop-dark-stale");
      day.end();
      visit.awaitText("#state-text", "ENDED");
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
      visit.awaitPainted(2);
      visit.screenshot("desktop-dark-short");
    }
  }

  @Test
  void showsLocalTimeAndUtc() {
    try (Visit visit = browsers.visit(server, View.PARIS)) {
      visit.awaitText("#engine-time", "20:33:20 (18:33:20 UTC)");
      visit.awaitText("#next li", "20:50 18:50 UTC");
      visit.awaitText("#zone-note", "Europe/Paris (UTC+2)");
      visit.awaitText("#decision-rows td.when", "20:25 (18:25 UTC)");
      visit.awaitPainted(2);
      Locator hosts = visit.page().locator(".plot.hosts .u-over");
      hosts.hover(new Locator.HoverOptions().setPosition(840, 60));
      visit.awaitText(".service .at", "at ");
      visit.screenshot("desktop-light-paris");
    }
  }

  @Test
  void saysThatTheServerIsGone() {
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitPainted(2);
      visit.expectFailedRequests();
      server.close();
      visit.awaitText("#link-text", "lost, trying again");
      visit.screenshot("desktop-light-lost");
    }
  }

  @Test
  void startsEmptyWithoutAFault() {
    server.close();
    day = new FakeMatchDay(ControlMode.FORECAST_ONLY);
    server = new ConsoleServer(day);
    try (Visit visit = browsers.visit(server, View.DESKTOP_LIGHT)) {
      visit.awaitText("#state-text", "WAITING FOR INPUT");
      visit.awaitText("#decisions-placeholder", "The floor has not been changed yet.");
      visit.awaitText("#next li", "No plan yet");
      visit.screenshot("desktop-light-empty");
    }
  }
}
