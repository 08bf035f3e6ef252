package dev.kickoff.deploy.console;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import dev.kickoff.jobs.api.security.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of this machine, driven by Playwright. It is started once for all tests and ends with
 * them; every visit has a profile of its own.
 */
final class Browsers {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static Browsers shared;

  private final Browser browser;

  private Browsers(Browser browser) {
    this.browser = browser;
  }

  /** Whether this machine has one. */
  static boolean present() {
    return Files.isExecutable(CHROMIUM);
  }

  /** Starts it at the first call; where there is none the test is skipped with one line. */
  static synchronized Browsers sharedOrSkip() {
    Assumptions.assumeTrue(
        present(),
        () -> "The console is not tested: there is no " + CHROMIUM + " (apt-get install chromium)");
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Browsers start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-end"));
    return new Browsers(browser);
  }

  /** Opens the console. */
  Visit visit(ConsoleServer server, View view) {
    BrowserContext context = context(view);
    signIn(context, server.origin(), server.token(Role.ADMIN));
    return new Visit(context, server.origin(), "", ConsoleServer.ABSENT);
  }

  /** Opens the console that is served at {@code origin}, signed in with a token. */
  Visit visit(String origin, String token, View view) {
    BrowserContext context = context(view);
    signIn(context, origin, token);
    return new Visit(context, origin, "", List.of());
  }

  /** Opens an address of the console without being signed in. */
  Visit stranger(String origin, String hash) {
    return new Visit(context(View.DESKTOP_LIGHT), origin, hash, List.of());
  }

  private BrowserContext context(View view) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(view.width(), view.height())
            .setColorScheme(view.scheme())
            .setTimezoneId(view.zone()));
  }

  private static void signIn(BrowserContext context, String origin, String token) {
    APIResponse answer =
        context
            .request()
            .post(origin + "/v1/session", RequestOptions.create().setData(Map.of("token", token)));
    if (!answer.ok()) {
      throw new AssertionError("cannot sign in: " + answer.status() + " " + answer.text());
    }
  }
}
