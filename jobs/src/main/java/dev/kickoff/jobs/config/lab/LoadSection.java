package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The load of a lab file: {@code load: {stages: '10m:30000,8m:150000', between: ramp, stepSeconds:
 * 10}}; {@code between} is {@code ramp} (the default) or {@code rows}.
 */
final class LoadSection {
  private static final String EXAMPLE = "{stages: '10m:30000,8m:150000,30m:150000'}";
  private static final int STEP = 10;

  private final YamlSection root;

  LoadSection(YamlSection root, Path file) {
    this.root = root;
  }

  /** The load that was given, or else the file's; empty when that is wrong. */
  Optional<LoadCurve> read(Optional<LoadCurve> given) {
    if (given.isEmpty()) {
      root.require("load", EXAMPLE);
    }
    Optional<YamlSection> found = root.section("load", EXAMPLE);
    Optional<LoadCurve> own = found.flatMap(LoadSection::read);
    return given.or(() -> own);
  }

  private static Optional<LoadCurve> read(YamlSection load) {
    load.require("stages", "'10m:30000,8m:150000,30m:150000'");
    Optional<String> stages = load.text("stages");
    boolean rows = load.choice("between", List.of("ramp", "rows")).equals(Optional.of("rows"));
    int step = Numbers.SECONDS.integer(load, "stepSeconds").orElse(STEP);
    load.refuseUnknownKeys();
    try {
      return stages.map(
          text ->
              Stages.parse(text)
                  .curve(
                      Duration.ofSeconds(step), rows ? Stages.Between.ROWS : Stages.Between.RAMP));
    } catch (IllegalArgumentException e) {
      load.refuse("stages", ": " + e.getMessage(), "write duration:target, as 10m:30000");
      return Optional.empty();
    }
  }
}
