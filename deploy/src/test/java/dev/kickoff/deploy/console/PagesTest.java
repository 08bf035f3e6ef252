package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.kickoff.deploy.console.fake.FakeApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page of the console: how it looks, whether everybody can use it, whether it fits. */
class PagesTest {
  private static final Map<String, String> PAGES = new LinkedHashMap<>();
  private static final Set<View> ASSISTED = Set.of(View.DESKTOP_LIGHT, View.PHONE_DARK);

  static {
    PAGES.put("fleet", "#/");
    PAGES.put("service", "#/services/web");
    PAGES.put("decisions", "#/decisions");
    PAGES.put("explain", "#/decisions/web-asg/latest");
    PAGES.put("events", "#/events");
    PAGES.put("war-room", "#/events/match/war-room");
    PAGES.put("overrides", "#/overrides");
    PAGES.put("approvals", "#/approvals");
    PAGES.put("what-if", "#/what-if");
    PAGES.put("inputs", "#/inputs");
    PAGES.put("audit", "#/audit");
    PAGES.put("scorecard", "#/scorecard");
    PAGES.put("runbook", "#/runbook/KickoffDegraded");
  }

  private static Browsers browsers;
  private static FakeApi api;

  @BeforeAll
  static void start() {
    browsers = Browsers.sharedOrSkip();
    api = new FakeApi(0);
  }

  @AfterAll
  static void stop() {
    if (api != null) {
      api.close();
    }
  }

  @Test
  void everyPageFitsThreeSizesLightAndDarkAndCanBeUsedByEverybody() {
    for (View view : View.ALL) {
      try (Visit visit = browsers.visit(api.origin(), "admin", view)) {
        PAGES.forEach(
            (name, hash) -> {
              visit.open(hash);
              visit.settle();
              assertThat(visit.overflow()).as("%s at %s", name, view).isZero();
              visit.screenshot("pages/" + name + "-" + view.name());
              if (ASSISTED.contains(view)) {
                assertThat(Axe.grave(visit.page())).as("%s at %s", name, view).isEmpty();
              }
            });
      }
    }
  }

  @Test
  void noDialogHasASeriousFaultForAssistiveTechnology() {
    for (View view : List.of(View.DESKTOP_LIGHT, View.DESKTOP_DARK)) {
      try (Visit visit = browsers.visit(api.origin(), "admin", view)) {
        visit.open("#/services/web");
        for (String name : List.of("Freeze…", "Pin…")) {
          visit.press(name);
          visit.settle();
          assertThat(Axe.grave(visit.page())).as("%s at %s", name, view).isEmpty();
          visit.page().keyboard().press("Escape");
        }
      }
    }
  }

  @Test
  void tellsEveryTimeLocallyInTheZoneOfTheEventAndInUtc() {
    try (Visit visit = browsers.visit(api.origin(), "viewer", View.PARIS)) {
      visit.open("#/events");
      assertThat(visit.page().locator(".clocks").first().innerText())
          .contains("21:00 local · 20:00 Europe/London · 19:00 UTC");
      assertThat(visit.page().locator("#zone-note").innerText()).contains("Europe/Paris (UTC+2)");
      visit.awaitText("#next", "p95 330,000 rpm at 21:23 (19:23 UTC)");
    }
  }

  @Test
  void showsWhatWasBelievedAtAnInstant() {
    try (Visit visit = browsers.visit(api.origin(), "viewer", View.DESKTOP_LIGHT)) {
      visit.open("#/services/web");
      visit.awaitPainted(1);
      visit
          .page()
          .waitForResponse(
              response -> response.url().contains("asOf="),
              () ->
                  visit
                      .page()
                      .evaluate(
                          "() => { const s = document.querySelector('.as-of input');"
                              + " s.value = Number(s.max) - 5400;"
                              + " s.dispatchEvent(new Event('input')); }"));
      visit.awaitText(".as-of output", "17:03 UTC: what was believed then");
      visit.screenshot("as-of");
      visit.choose(168);
      visit.awaitPainted(1);
      visit.screenshot("seven-days");
    }
  }

  @Test
  void keepsFewRowsOfTwoThousandGroupsAndFindsOne() {
    try (FakeApi big = new FakeApi(0)) {
      big.groups(2000);
      for (View view : List.of(View.DESKTOP_LIGHT, View.PHONE_LIGHT)) {
        try (Visit visit = browsers.visit(big.origin(), "viewer", view)) {
          Page page = visit.page();
          visit.awaitText(".page-head", "2,000 groups");
          assertThat(page.locator(".rows .fleet-row").count()).isBetween(5, 60);
          page.evaluate("() => document.querySelector('.virtual').scrollTop = 40000");
          page.waitForFunction(
              "() => Number(document.querySelector('.rows .fleet-row').dataset.index) > 300");
          assertThat(page.locator(".rows .fleet-row").count()).isBetween(5, 60);
          assertThat(visit.overflow()).isZero();
          visit.screenshot("fleet-2000-" + view.name());
          page.locator("input[type=search]").fill("svc-1234");
          visit.awaitText(".page-head", "1 of 2,000 groups");
        }
      }
    }
  }

  @Test
  void signsInByTheAddressAndTakesTheTokenOutOfIt() {
    try (Visit visit = browsers.stranger(api.origin(), "#token=operator")) {
      visit.awaitText("#who", "operator");
      visit.awaitText(".page h1", "Fleet");
      assertThat(visit.page().url()).isEqualTo(api.origin() + "/#/");
      visit.press("Sign out");
      visit.awaitText(".sign-in", "Token");
      visit.screenshot("sign-in");
      visit.expectFailedRequests();
      visit.page().locator(".sign-in [type=password]").fill("nonsense");
      visit.press("Sign in");
      visit.awaitText(".sign-in .problem", "this token is not known; ask for another");
      visit.page().locator(".sign-in [type=password]").fill("viewer");
      visit.press("Sign in");
      visit.awaitText("#who", "viewer");
    }
  }

  @Test
  void letsGoOfWhatIsUnderWayBeforeItSignsOut() {
    try (FakeApi slow = new FakeApi(0);
        Visit visit = browsers.visit(slow.origin(), "operator", View.DESKTOP_LIGHT)) {
      visit.awaitText(".page h1", "Fleet");
      slow.holdOrdersUntilSignedOut();
      visit.page().waitForRequest("**/v1/overrides", () -> visit.open("#/overrides"));
      visit.press("Sign out");
      visit.awaitText(".sign-in", "Token");
      visit.page().evaluate("() => { location.hash = '#/audit'; }");
      visit.awaitText("#mode-text", "SIGNED OUT");
      visit.page().locator(".sign-in [type=password]").fill("viewer");
      visit.press("Sign in");
      visit.awaitText("#who", "viewer");
      visit.awaitText(".page h1", "Audit");
    }
  }

  @Test
  void everythingCanBeDoneWithTheKeyboardAlone() {
    try (Visit visit = browsers.visit(api.origin(), "operator", View.DESKTOP_LIGHT)) {
      Page page = visit.page();
      visit.awaitText(".page h1", "Fleet");
      page.keyboard().press("Tab");
      assertThat(focused(page)).isEqualTo("Skip to the page");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("Tab");
      page.keyboard().press("ArrowDown");
      assertThat(focused(page)).endsWith("-asg");
      page.keyboard().press("Enter");
      visit.awaitText(".controls", "Pin…");
      page.locator("#freeze").focus();
      page.keyboard().press("Enter");
      assertThat((Boolean) page.evaluate("() => document.querySelector('dialog').open")).isTrue();
      page.keyboard().press("Escape");
      page.waitForFunction("() => !document.querySelector('dialog')");
      assertThat(focused(page)).contains("Freeze…");
      Object outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineWidth");
      assertThat(outline).isEqualTo("2px");
    }
  }

  private static String focused(Page page) {
    return (String) page.evaluate("() => document.activeElement.textContent");
  }

  @Test
  void tellsWhatIsDegradedAndWhatNobodyAnswers() {
    try (FakeApi ill = new FakeApi(0)) {
      ill.state("STALE_INPUT");
      try (Visit visit = browsers.visit(ill.origin(), "viewer", View.DESKTOP_LIGHT)) {
        visit.awaitText("#mode-text", "DEGRADED");
        visit.awaitText("#mode-note", "Too old: demand of web, 12 min 20 s");
        visit.screenshot("degraded");
        visit.expectFailedRequests();
        ill.close();
        visit.awaitText("#link-text", "lost, trying again");
        visit.awaitText("#mode-note", "deploy/break-glass");
        visit.screenshot("lost");
      }
    }
  }

  @Test
  void showsAHostileTitleAsText() {
    String hostile = "<img src=x onerror=window.pwned=1><script>window.pwned=1</script>";
    try (FakeApi other = announcing(hostile);
        Visit visit = browsers.visit(other.origin(), "admin", View.DESKTOP_LIGHT)) {
      for (String hash : PAGES.values()) {
        visit.open(hash);
        visit.settle();
        visit.awaitText("#next", "<img src=x onerror=window.pwned=1>");
        Object pwned = visit.page().evaluate("() => window.pwned === undefined");
        assertThat(pwned).isEqualTo(true);
      }
      visit.open("#/events");
      visit.press("Cancel…");
      visit.awaitText("dialog h2", "Cancel <img src=x onerror=window.pwned=1>");
    }
  }

  private static FakeApi announcing(String title) {
    FakeApi other = new FakeApi(0);
    other.announce(title);
    return other;
  }
}
