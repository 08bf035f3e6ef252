package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Margin;
import dev.kickoff.model.lab.compare.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a hypothesis: {@code statement}, {@code metric}, {@code direction: decrease|increase},
 * {@code smallest: 5%} or in the metric's unit, {@code confidence: 0.95}, {@code guards: {METRIC:
 * MARGIN}}.
 */
public final class HypothesisFile {
  private static final Pattern MARGIN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%?)");
  private static final NumberRange CONFIDENCE =
      new NumberRange(0.5, 0.999, "a share from 0.5 to 0.999");
  private static final double USUAL = 0.95;

  private HypothesisFile() {}

  /**
   * Reads it.
   *
   * @throws dev.kickoff.connectors.InputException with every problem, sorted by place
   */
  public static Hypothesis read(Path path) {
    YamlFile file = new YamlFile(path, "claims nothing", "metric: cost, smallest: 5%");
    YamlSection root = file.root();
    root.require("statement", "It costs less.");
    root.require("metric", "cost");
    root.require("smallest", "5%");
    Optional<String> statement = root.text("statement");
    Optional<Metric> metric = root.choice("metric", Metric.keys()).flatMap(Metric::of);
    Optional<String> direction = root.choice("direction", List.of("decrease", "increase"));
    Optional<Margin> smallest =
        root.text("smallest").flatMap(text -> margin(root, "smallest", text, true));
    double confidence = CONFIDENCE.number(root, "confidence").orElse(USUAL);
    List<Hypothesis.Guard> guards = guards(root);
    root.refuseUnknownKeys();
    file.failOnAny();
    return new Hypothesis(
        statement.orElseThrow(),
        metric.orElseThrow(),
        direction.equals(Optional.of("increase")),
        smallest.orElseThrow(),
        confidence,
        guards);
  }

  private static List<Hypothesis.Guard> guards(YamlSection root) {
    List<Hypothesis.Guard> guards = new ArrayList<>();
    if (!root.has("guards")) {
      return guards;
    }
    for (Map.Entry<String, String> entry :
        root.texts("guards", "{over_knee_minutes: 1}").entrySet()) {
      Optional<Metric> metric = Metric.of(entry.getKey());
      if (metric.isEmpty()) {
        root.refuse(
            "guards",
            " holds '%s', which is no metric".formatted(Problem.brief(entry.getKey())),
            "write one of " + String.join(", ", Metric.keys()));
      }
      Optional<Margin> margin = margin(root, "guards", entry.getValue(), false);
      if (metric.isPresent() && margin.isPresent()) {
        guards.add(new Hypothesis.Guard(metric.get(), margin.get()));
      }
    }
    return guards;
  }

  private static Optional<Margin> margin(
      YamlSection root, String key, String text, boolean positive) {
    Matcher matcher = MARGIN.matcher(text);
    double amount = matcher.matches() ? Double.parseDouble(matcher.group(1)) : -1;
    if (amount < 0 || positive && amount == 0) {
      root.refuse(
          key,
          " holds '%s', not an amount%s".formatted(Problem.brief(text), positive ? " above 0" : ""),
          "write a number in the metric's unit, or in percent such as 5%");
      return Optional.empty();
    }
    return Optional.of(new Margin(amount, !matcher.group(2).isEmpty()));
  }
}
