package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One open console. At its end it insists that nothing went wrong unseen: no error on the browser's
 * console (a breach of the content policy is one), no uncaught error, no failed request and no
 * request to another host.
 */
final class Visit implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String PAINTED =
      """
      count => {
        const canvases = [...document.querySelectorAll('.chart .plot canvas')];
        const states = [...document.querySelectorAll('.plot .state')];
        return canvases.length === count && states.every(state => state.hidden)
          && canvases.every(canvas => {
          const { width, height } = canvas;
          const copy = new OffscreenCanvas(width, height)
              .getContext('2d', { willReadFrequently: true });
          copy.drawImage(canvas, 0, 0);
          const pixels = copy.getImageData(0, 0, width, height).data;
          const colours = new Set();
          for (let i = 0; i < pixels.length; i += 4) {
            if (pixels[i + 3] > 200) {
              colours.add((pixels[i] << 16) + (pixels[i + 1] << 8) + pixels[i + 2]);
            }
          }
          return colours.size > 20;
        });
      }
      """;

  /** So long is a condition awaited, also where a machine is slow. */
  private static final int PATIENCE_MILLIS = 60_000;

  /** The browser tells of a new address only; what is open already is opened once more. */
  private static final String OPEN =
      """
      hash => {
        document.body.dataset.page = '';
        if (location.hash === hash) {
          window.dispatchEvent(new HashChangeEvent('hashchange'));
        } else {
          location.hash = hash;
        }
      }
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final List<String> absent;
  private volatile boolean failuresExpected;

  /**
   * @param absent paths that this server does not have, so that failing there is no fault
   */
  Visit(BrowserContext context, String origin, String hash, List<String> absent) {
    this.context = context;
    this.absent = absent;
    this.page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(
        message -> {
          if (!message.type().equals("log") && !isAbsent(message.location())) {
            fault("console " + message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> fault("uncaught: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(origin + "/")) {
            faults.add("request to another host: " + request.url());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400 && !isAbsent(response.url())) {
            fault(response.status() + " " + response.url());
          }
        });
    page.navigate(origin + "/" + hash);
  }

  private boolean isAbsent(String url) {
    return absent.stream().anyMatch(url::contains);
  }

  private void fault(String what) {
    if (!failuresExpected) {
      faults.add(what);
    }
  }

  Page page() {
    return page;
  }

  /** From now on requests may fail: the server is about to go. */
  void expectFailedRequests() {
    failuresExpected = true;
  }

  /** Waits until the first element of a selector holds a text. */
  void awaitText(String selector, String text) {
    page.waitForFunction(
        "([selector, text]) => document.querySelector(selector)?.textContent.includes(text)",
        List.of(selector, text));
  }

  /** Waits until there are so many plots and each is painted in many colours. */
  void awaitPainted(int plots) {
    page.waitForFunction(PAINTED, plots);
  }

  /** Opens a page by its address within the console and waits until it is there. */
  void open(String hash) {
    page.evaluate(OPEN, hash);
    page.waitForFunction(
        "() => document.body.dataset.page && document.querySelector('.page h1, .page .problem')");
  }

  /** Waits until nothing is read any more. */
  void settle() {
    page.waitForFunction(
        "() => !document.querySelector('[aria-busy=true]')"
            + " && ![...document.querySelectorAll('.plot .state')]"
            + ".some(n => !n.hidden && n.textContent === 'Loading…')");
  }

  /** Presses the first button, link or card with a text. */
  void press(String text) {
    page.locator("button:visible, a:visible, .choice-card:visible")
        .filter(new Locator.FilterOptions().setHasText(text))
        .first()
        .click();
  }

  /** Presses the button of the open dialog that does what it asks about, once it may. */
  void apply() {
    page.waitForFunction(
        "() => document.querySelector('dialog [type=submit]')?.disabled === false");
    page.locator("dialog [type=submit]").click();
  }

  /** Presses the button of a range and waits until it is read and drawn. */
  void choose(int hours) {
    page.waitForResponse(
        response -> response.url().contains("/timeline"),
        () -> page.locator(".ranges button[value='" + hours + "']").click());
    page.waitForFunction("hours => document.body.dataset.hours === String(hours)", hours);
  }

  /** By how many pixels the page is wider than the window. */
  int overflow() {
    Object more =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return (Integer) more;
  }

  /** Keeps a picture of what is in view for people to look at. */
  void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void close() {
    context.close();
    assertThat(faults).isEmpty();
  }
}
