package dev.kickoff.jobs.config.lab;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.csv.LoadCurveFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.shape.text.LoadText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The load of a lab file: {@code load: {stages: '10m:30000,8m:150000', between: ramp, stepSeconds:
 * 10}}, where {@code between} is {@code ramp} (the default) or {@code rows}; or {@code {function:
 * 'sine:period=1h,mean=2000,amplitude=500 for 2h', stepSeconds: 10}} ({@link LoadText}, without
 * recorded demand); or {@code {file: load.csv}} as {@code kickoff shape} writes it, relative to the
 * lab file.
 */
final class LoadSection {
  private static final String EXAMPLE = "{stages: '10m:30000,8m:150000,30m:150000'}";
  private static final int STEP = 10;

  private final YamlSection root;
  private final Path file;

  LoadSection(YamlSection root, Path file) {
    this.root = root;
    this.file = file;
  }

  /** The load that was given, or else the file's; empty when that is wrong. */
  Optional<LoadCurve> read(Optional<LoadCurve> given) {
    if (given.isEmpty()) {
      root.require("load", EXAMPLE);
    }
    Optional<YamlSection> found = root.section("load", EXAMPLE);
    Optional<LoadCurve> own = found.flatMap(this::read);
    return given.or(() -> own);
  }

  private Optional<LoadCurve> read(YamlSection load) {
    List<String> sources = Stream.of("stages", "function", "file").filter(load::has).toList();
    if (sources.isEmpty()) {
      load.require("stages", "'10m:30000,8m:150000,30m:150000'");
    }
    for (String other : sources.stream().skip(1).toList()) {
      load.refuse(other, " stands beside " + sources.get(0), "keep one of them");
    }
    String source = sources.isEmpty() ? "stages" : sources.get(0);
    Optional<String> text = load.text(source);
    Optional<LoadCurve> curve =
        source.equals("file") ? text.flatMap(name -> recorded(load, name)) : made(load, source);
    load.refuseUnknownKeys();
    return curve;
  }

  private static Optional<LoadCurve> made(YamlSection load, String source) {
    Duration step = Duration.ofSeconds(Numbers.SECONDS.integer(load, "stepSeconds").orElse(STEP));
    boolean staged = source.equals("stages");
    boolean rows =
        staged && load.choice("between", List.of("ramp", "rows")).equals(Optional.of("rows"));
    Stages.Between between = rows ? Stages.Between.ROWS : Stages.Between.RAMP;
    try {
      return load.text(source)
          .map(
              text ->
                  staged
                      ? Stages.parse(text).curve(step, between)
                      : LoadText.parse(text, span -> refused()).curve(step));
    } catch (IllegalArgumentException e) {
      String remedy =
          staged ? "write duration:target, as 10m:30000" : "try it with kickoff shape --function";
      load.refuse(source, ": " + e.getMessage(), remedy);
      return Optional.empty();
    }
  }

  private static LoadCurve refused() {
    throw new IllegalArgumentException(
        "recorded demand is not read here: write it with kickoff shape and name the file");
  }

  private Optional<LoadCurve> recorded(YamlSection load, String name) {
    try {
      return Optional.of(LoadCurveFile.read(file.resolveSibling(name)));
    } catch (InputException e) {
      load.refuse("file", ": " + e.problems().get(0), "correct it");
      return Optional.empty();
    }
  }
}
