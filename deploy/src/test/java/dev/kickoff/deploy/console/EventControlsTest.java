package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be done to events, over an API that answers from memory. */
class EventControlsTest {
  @RegisterExtension private static final FakeConsole CONSOLE = new FakeConsole();

  @Test
  void delaysAnEventKeepsItsOldPlanAndConfirms() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.open("#/events/match/war-room");
      visit.awaitText(".room-head", "T−00:26:");
      visit.press("+30 min");
      visit.awaitText("dialog .preview", "19:00 UTC → Fri 19 Jun 19:30 UTC");
      visit.apply();
      visit.awaitText(".room-head", "Kept from the old plan until you confirm the change");
      visit.awaitText(".room-head", "T−00:56:");
      visit.screenshot("event-moved");
      visit.press("Confirm the change…");
      visit.apply();
      visit.page().waitForFunction("() => !document.querySelector('.room-head .waits')");
      visit.press("Extend…");
      visit.apply();
      visit.awaitText(".toast", "ends");
      visit.press("Cancel…");
      visit.apply();
      visit.awaitText(".countdown", "cancelled");
    }
    assertThat(CONSOLE.api().writes())
        .containsExactly(
            "POST events/match/move",
            "POST events/match/confirm",
            "POST events/match/move",
            "DELETE events/match");
  }

  @Test
  void editsAnEventAndTakesItBack() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      Page page = visit.page();
      visit.open("#/events/match/war-room");
      visit.press("Edit…");
      page.locator("dialog .field-title input").fill("Brazil vs Wales");
      page.locator("dialog .field-attributes textarea").fill("stage");
      visit.awaitText("dialog .hint", "Attributes are written name=value, one a line.");
      page.locator("dialog .field-attributes textarea").fill("stage=final\nviewers=18000000");
      visit.awaitText("dialog .preview", "hosts");
      visit.screenshot("dialog-edit");
      visit.apply();
      visit.awaitText(".room-head h1", "Brazil vs Wales");
      visit.awaitText(".room-side", "18000000");
      visit.press("Undo");
      visit.awaitText(".toast", "Undone: Brazil vs Wales is saved");
      visit.awaitText(".room-head h1", "Brazil vs Scotland");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("PUT events/match", "PUT events/match");
  }

  @Test
  void addsAnEventOnlyOnceItIsNamed() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      Page page = visit.page();
      visit.open("#/events");
      visit.press("Add an event…");
      visit.awaitText("dialog .hint", "Say what it is called, and its category.");
      assertThat(page.locator("dialog [type=submit]").isDisabled()).isTrue();
      page.locator("dialog .field-title input").fill("Extra concert");
      page.locator("dialog .field-category input").fill("concert");
      visit.awaitText("dialog .preview", "80 hosts → 100 hosts");
      visit.apply();
      visit.awaitText(".toast", "Extra concert is added");
      visit.awaitText(".events", "Extra concert");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST events");
  }

  @Test
  void importsACalendarAfterShowingWhatItAddsChangesAndDeletes() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.open("#/events");
      visit.press("Import a calendar…");
      visit.awaitText("dialog .hint", "Choose a file.");
      choose(visit, "BEGIN:VCALENDAR\nSUMMARY:Peru vs Ghana\nEND:VCALENDAR\n");
      visit.awaitText("dialog .preview", "+ add 1 event · ≠ change 1 event · − delete 1 event");
      visit.awaitText("dialog .preview", "Peru vs Ghana");
      visit.awaitText("dialog .preview", "Japan vs Chile; start 19:00 → 20:00");
      visit.awaitText("dialog .preview", "▲ 1 event repeats for ever");
      visit.screenshot("dialog-import");
      assertThat(CONSOLE.api().writes()).isEmpty();
      visit.apply();
      visit.awaitText(".toast", "The calendar is imported");
      visit.awaitText(".events", "Peru vs Ghana");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST events/import");
  }

  @Test
  void appliesNoImportButTheOneThatWasShown() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.open("#/events");
      visit.press("Import a calendar…");
      choose(visit, "BEGIN:VCALENDAR\nSUMMARY:Peru vs Ghana\nEND:VCALENDAR\n");
      visit.awaitText("dialog .preview", "Peru vs Ghana");
      choose(visit, "BEGIN:VCALENDAR\nSUMMARY:Iran vs Egypt\nEND:VCALENDAR\n");
      visit.apply();
      visit.awaitText(".events", "Iran vs Egypt");
      visit.open("#/events");
      visit.press("Import a calendar…");
      visit.expectFailedRequests();
      choose(visit, "<html>");
      visit.awaitText("dialog .field-error", "line 1: not a calendar");
      assertThat(visit.page().locator("dialog [type=submit]").isDisabled()).isTrue();
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST events/import");
  }

  private static void choose(Visit visit, String calendar) {
    byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
    visit
        .page()
        .locator("dialog input[type=file]")
        .setInputFiles(new FilePayload("fixtures.ics", "text/calendar", bytes));
  }
}
