package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every control of the console, over an API that answers from memory. */
class ControlsTest {
  private static final String REASON = "a reason of ten letters and more";
  private static final String COUNT_CLICKS =
      "() => { window.clicks = 0; onpointerdown = () => { window.clicks++; }; }";
  @RegisterExtension private static final FakeConsole CONSOLE = new FakeConsole();

  @Test
  void freezesTheEngineInTwoClicksAndEverythingInThree() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.page().evaluate(COUNT_CLICKS);
      visit.press("Freeze…");
      visit.apply();
      visit.awaitText("#mode-text", "FROZEN");
      visit.awaitText("#mode-note", "Engine frozen by operator until");
      assertThat(clicks(visit)).isEqualTo(2);
      visit.press("Freeze…");
      visit.press("Freeze everything");
      visit.apply();
      visit.awaitText("#mode-note", "Everything frozen by operator until");
      assertThat(clicks(visit)).isEqualTo(2 + 3);
      visit.screenshot("frozen");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST overrides", "POST overrides");
  }

  private static int clicks(Visit visit) {
    return (Integer) visit.page().evaluate("() => window.clicks");
  }

  @Test
  void saysThatTheSafetyScheduleStillFiresUnderAFreezeOfTheEngine() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.press("Freeze…");
      assertThat(visit.page().locator("dialog").innerText())
          .contains("The safety schedule that it wrote into AWS beforehand still fires")
          .contains("planned capacity does NOT come")
          .contains("No scale in", "No scale out");
      visit.screenshot("dialog-freeze");
    }
  }

  @Test
  void resumesAfterShowingWhatWouldHappenNow() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.press("Freeze…");
      visit.apply();
      visit.awaitText("#mode-text", "FROZEN");
      visit.press("Resume…");
      visit.awaitText("dialog .preview", "80 hosts → 140 hosts");
      visit.screenshot("dialog-resume");
      visit.apply();
      visit.awaitText("#mode-text", "ACTING");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST overrides", "POST resume");
  }

  @Test
  void pinsOnlyAfterThePreviewOfTheseVeryValuesWasShown() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      Page page = visit.page();
      visit.open("#/services/web?group=web-asg");
      visit.press("Pin…");
      visit.awaitText("dialog .hint", "Say why, in at least 10 characters.");
      page.locator("dialog input[type=number]").fill("40");
      page.locator("dialog textarea").fill(REASON);
      assertThat(page.locator("dialog [type=submit]").isDisabled()).isTrue();
      visit.awaitText("dialog .preview", "80 hosts → 40 hosts (−40)");
      visit.awaitText("dialog .preview", "$8.00/h → $4.00/h (−$4.00/h)");
      visit.awaitText("dialog .risk", "✕ Danger: demand of the last minutes needs 62 hosts");
      visit.screenshot("dialog-pin");
      visit.apply();
      visit.awaitText(".own-orders", "Pin 40 hosts");
      visit.awaitText(".toast", "Pin 40 hosts for web-asg until");
      visit.awaitText("#orders", "Pin 40 hosts web-asg");
      visit.press("Undo");
      visit.awaitText(".toast", "Undone: Pin 40 hosts");
      visit.awaitText("#orders", "No override is in force.");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST overrides", "POST overrides/o1/undo");
  }

  @Test
  void showsWhatIsRefusedAtTheFieldThatItIsAbout() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.open("#/services/web");
      visit.press("Ceiling…");
      visit.expectFailedRequests();
      visit.page().locator("dialog input[type=number]").fill("900");
      visit.awaitText("dialog .field-hosts .field-error", "900 is above the maximum of web-asg");
      assertThat(visit.page().locator("dialog input[type=number]").getAttribute("aria-invalid"))
          .isEqualTo("true");
    }
  }

  @Test
  void asksForTheNameOfTheBiggestGroupBeforeAnOrderForEveryGroup() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      Page page = visit.page();
      visit.open("#/overrides");
      visit.press("Floor…");
      page.locator("dialog select").first().selectOption("");
      page.locator("dialog input[type=number]").fill("100");
      page.locator("dialog textarea").fill(REASON);
      visit.awaitText("dialog .hint", "Type web-asg: this is for every group.");
      page.locator("dialog .field-typed input").fill("web-asg");
      visit.apply();
      visit.awaitText("#orders", "Floor 100 hosts every group");
    }
  }

  @Test
  void warnsFifteenAndFiveMinutesBeforeAnOrderEnds() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.press("Freeze…");
      visit.apply();
      visit.awaitText("#orders", "ends in");
      CONSOLE.api().advance(Duration.ofMinutes(106));
      visit.page().locator("#orders [data-warning=first]").waitFor();
      CONSOLE.api().advance(Duration.ofMinutes(10));
      visit.page().locator("#orders [data-warning=last]").waitFor();
      visit.screenshot("expiry-warning");
    }
  }

  @Test
  void endsAnOrderAfterShowingWhatItLetsGo() {
    try (Visit visit = CONSOLE.signedIn("operator")) {
      visit.press("Freeze…");
      visit.apply();
      visit.awaitText("#mode-text", "FROZEN");
      visit.open("#/overrides");
      visit.press("End…");
      visit.awaitText("dialog", "Given by operator");
      visit.awaitText("dialog .preview", "40 hosts → 80 hosts");
      visit.screenshot("dialog-end");
      visit.apply();
      visit.awaitText(".toast", "Ended: Freeze engine for every group");
      visit.awaitText("#orders", "No override is in force.");
      visit.awaitText("#mode-text", "ACTING");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST overrides", "DELETE overrides/o1");
  }

  @Test
  void approvesWithACommentWhatTheDigestNames() {
    try (Visit visit = CONSOLE.signedIn("approver")) {
      visit.open("#/approvals");
      visit.press("Approve…");
      visit.awaitText("dialog", "9f8e7d6c5b4a3928");
      visit.page().locator("dialog .field-comment input").fill("seen with the team");
      visit.apply();
      visit.awaitText(".reviews", "✓ approved");
      visit.awaitText(".reviews", "seen with the team");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST reviews/r1/approve");
  }

  @Test
  void rejectsWithAComment() {
    try (Visit visit = CONSOLE.signedIn("approver")) {
      visit.open("#/approvals");
      visit.press("Reject…");
      visit.awaitText("dialog .hint", "Say why, in a few words.");
      visit.page().locator("dialog .field-comment input").fill("the final is not tonight");
      visit.apply();
      visit.awaitText(".reviews", "✕ rejected");
      visit.awaitText(".reviews", "the final is not tonight");
      visit.awaitText(".reviews", "Nothing waits for an answer.");
    }
    assertThat(CONSOLE.api().writes()).containsExactly("POST reviews/r1/reject");
  }

  @Test
  void explainsInOneClickFromAnyDecision() {
    try (Visit visit = CONSOLE.signedIn("viewer")) {
      visit.open("#/decisions");
      visit.press("Explain");
      visit.awaitText(".page", "Guardrails, in the order they were asked");
      assertThat(visit.page().locator(".page").innerText())
          .contains("raise-step", "124,250 rpm", "20 s old", "Kenya vs Norway", "weight 62 %")
          .contains("6f9a3c1e-77", "32 hosts: The group's own policy");
      assertThat(visit.page().url()).contains("#/decisions/web-asg/");
    }
  }

  @Test
  void showsAViewerEverythingAndSaysWhichRoleAControlNeeds() {
    try (Visit visit = CONSOLE.signedIn("viewer")) {
      visit.open("#/services/web");
      List<Locator> controls = visit.page().locator(".controls button").all();
      assertThat(controls).hasSizeGreaterThan(4);
      assertThat(controls)
          .allMatch(each -> "true".equals(each.getAttribute("aria-disabled")))
          .allMatch(each -> each.innerText().contains("operators only"));
      visit.page().locator("#freeze").press("Enter");
      visit.awaitText(".toast", "Needs the role operator; you are viewer.");
      assertThat(visit.page().locator("dialog").count()).isZero();
    }
    assertThat(CONSOLE.api().writes()).isEmpty();
  }
}
