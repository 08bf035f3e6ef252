package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kickoff.deploy.engine.EngineProcess;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controls of the console end to end: a browser, the whole engine, its fleet. */
class LiveControlsTest {
  private static final String REASON = "a reason of ten letters and more";
  private static final int PINNED = 37;

  @TempDir private Path state;

  @Test
  void anOperatorFreezesResumesPinsExplainsAndDelaysTheMatch() throws Exception {
    Instant from = MatchDay.DEFAULT.kickoffAt().minus(Duration.ofHours(3));
    Browsers browsers = Browsers.sharedOrSkip();
    try (EngineProcess engine =
        EngineProcess.start(state, List.of("--from", from.toString(), "--speed", "60"))) {
      engine.awaitReady();
      try (Visit visit =
          browsers.visit(engine.origin().orElseThrow(), engine.token(), View.DESKTOP_LIGHT)) {
        visit.awaitText("#mode-text", "ACTING");
        freezeAndResume(visit);
        pin(visit);
        explain(visit);
        delay(visit);
        visit.open("#/audit");
        visit.awaitText(".page", "✓ done");
        visit.screenshot("live-audit");
      }
    }
  }

  private static void freezeAndResume(Visit visit) {
    visit.press("Freeze…");
    visit.apply();
    visit.awaitText("#mode-text", "FROZEN");
    visit.awaitText("#mode-note", "Engine frozen");
    visit.screenshot("live-frozen");
    visit.press("Resume…");
    visit.apply();
    visit.awaitText("#mode-text", "ACTING");
  }

  private static void pin(Visit visit) {
    Page page = visit.page();
    visit.open("#/services/web");
    visit.press("Pin…");
    page.locator("dialog input[type=number]").fill(String.valueOf(PINNED));
    page.locator("dialog textarea").fill(REASON);
    visit.awaitText("dialog .preview", PINNED + " hosts");
    visit.screenshot("live-pin");
    visit.apply();
    visit.awaitText(".own-orders", "Pin " + PINNED + " hosts");
    visit.awaitText("#tile-floor", String.valueOf(PINNED));
    visit.press("Undo");
    visit.awaitText(".toast", "Undone: Pin " + PINNED);
    visit.awaitText("#orders", "No override is in force.");
  }

  private static void explain(Visit visit) {
    visit.open("#/services/web");
    visit.press("Explain the last decision");
    visit.awaitText(".page-explain", "Guardrails, in the order they were asked");
    assertThat(visit.page().locator(".page").innerText())
        .contains("What it saw", "What it believed", "Otherwise");
    visit.screenshot("live-explain");
  }

  private static void delay(Visit visit) {
    visit.open("#/events");
    visit.press("War room");
    visit.awaitText(".room-head", "T−");
    visit.awaitPainted(1);
    visit.press("+30 min");
    visit.apply();
    visit.awaitText(".toast", "starts");
    visit.awaitText(".room-head", "Kept from the old plan until you confirm the change");
    visit.screenshot("live-delayed");
    visit.press("Confirm the change…");
    visit.apply();
    visit.awaitText(".toast", "the old plan is let go");
  }
}
