package dev.kickoff.jobs.config.mix;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.shape.Written;
import dev.kickoff.model.lab.shape.mix.MixPhase;
import dev.kickoff.model.lab.shape.mix.MixTime;
import dev.kickoff.model.lab.shape.mix.RequestMix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the YAML file that says how requests divide among APIs; every problem is reported at once,
 * with its place.
 *
 * <p>{@code phases} is a list. The first phase holds from the beginning; each further one has
 * {@code from}, a time from kick-off ({@code 23m}, {@code -30m}) or from the end ({@code end-5m}),
 * and may have {@code for} (it passes after so long, as a goal does) and {@code over} (how long the
 * change takes; default: none). All have a {@code name} and {@code shares}, percentages that sum to
 * 100. {@code paths} says where an API is asked for (default: a slash and its name).
 */
public final class MixFile {
  private static final String EXAMPLE = "{name: play, shares: {playback: 80, home: 20}}";
  private static final NumberRange PERCENT = new NumberRange(0, 100, "a percentage from 0 to 100");
  private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,63}";
  private static final List<String> RESERVED = List.of("seconds", "rpm");

  private MixFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, sorted by place
   */
  public static MixSettings read(Path file) {
    YamlFile yaml = new YamlFile(file, "divides nothing", "phases: [" + EXAMPLE + "]");
    YamlSection root = yaml.root();
    root.require("phases", "[" + EXAMPLE + "]");
    List<YamlSection> sections = root.sections("phases");
    List<MixPhase> phases = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      phase(sections.get(i), i == 0).ifPresent(phases::add);
      sections.get(i).refuseUnknownKeys();
    }
    if (sections.isEmpty() && root.has("phases")) {
      root.refuse("phases", " is empty", "add " + EXAMPLE);
    }
    Map<String, String> paths = root.texts("paths", "{home: /}");
    root.refuseUnknownKeys();
    yaml.failOnAny();
    RequestMix mix = new RequestMix(phases);
    for (String api : paths.keySet()) {
      if (!mix.apis().contains(api)) {
        root.refuse("paths", " names " + Problem.brief(api) + ", which no phase has", "remove it");
      }
    }
    yaml.failOnAny();
    return new MixSettings(mix, paths);
  }

  private static Optional<MixPhase> phase(YamlSection section, boolean first) {
    section.require("name", "play");
    section.require("shares", "{playback: 80, home: 20}");
    Optional<String> name = section.text("name");
    if (first && section.has("from")) {
      section.refuse("from", " stands at the first phase", "remove it: it holds from the start");
    } else if (!first) {
      section.require("from", "23m");
    }
    Optional<MixTime> from = read(section, "from", MixTime::parse);
    Optional<Duration> takes = read(section, "for", Written::duration);
    Optional<Duration> over = read(section, "over", Written::duration);
    Optional<Map<String, Double>> shares = shares(section);
    if (name.isEmpty() || shares.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new MixPhase(name.get(), from, takes, over.orElse(Duration.ZERO), shares.get()));
    } catch (IllegalArgumentException e) {
      section.refuse("shares", ": " + e.getMessage(), "write percentages that sum to 100");
      return Optional.empty();
    }
  }

  /** Empty where one of them is wrong. */
  private static Optional<Map<String, Double>> shares(YamlSection section) {
    Map<String, Double> shares = new LinkedHashMap<>();
    Optional<YamlSection> named = section.section("shares", "{playback: 80, home: 20}");
    Set<String> apis = section.texts("shares", "{playback: 80, home: 20}").keySet();
    for (String api : apis) {
      if (!api.matches(NAME) || RESERVED.contains(api)) {
        String remedy = "use letters, digits, - and _, and neither of " + RESERVED;
        section.refuse("shares", ": '" + Problem.brief(api) + "' cannot name an API", remedy);
      }
      named
          .map(each -> PERCENT.number(each, api))
          .ifPresent(number -> number.ifPresent(value -> shares.put(api, value)));
    }
    return shares.isEmpty() || shares.size() < apis.size() ? Optional.empty() : Optional.of(shares);
  }

  private static <T> Optional<T> read(YamlSection section, String key, Function<String, T> as) {
    try {
      return section.text(key).map(as);
    } catch (IllegalArgumentException e) {
      section.refuse(key, ": " + e.getMessage(), "correct it");
      return Optional.empty();
    }
  }
}
