package dev.kickoff.deploy.console;

import dev.kickoff.deploy.console.fake.FakeApi;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The console over an API that answers from memory, begun anew for each test; without a browser the
 * tests of a class are skipped.
 */
final class FakeConsole implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
  private Browsers browsers;
  private FakeApi api;

  @Override
  public void beforeAll(ExtensionContext context) {
    browsers = Browsers.sharedOrSkip();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    api = new FakeApi(0);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    api.close();
  }

  FakeApi api() {
    return api;
  }

  Visit signedIn(String role) {
    return browsers.visit(api.origin(), role, View.DESKTOP_LIGHT);
  }

  /** Opens an address as somebody without a session. */
  Visit stranger(String hash) {
    return browsers.stranger(api.origin(), hash);
  }
}
