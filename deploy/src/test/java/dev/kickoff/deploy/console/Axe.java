package dev.kickoff.deploy.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The axe rules of accessibility, asked of a page. The script comes with axe's own library. */
final class Axe {
  private static final String GRAVE =
      """
      async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
        .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
        .flatMap(rule => rule.nodes.map(
          node => `${rule.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`))
      """;
  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is serious or critical, one line for each place. */
  @SuppressWarnings("unchecked")
  static List<String> grave(Page page) {
    page.evaluate("script => { if (!window.axe) { (0, eval)(script); } }", SCRIPT);
    return (List<String>) page.evaluate(GRAVE);
  }
}
