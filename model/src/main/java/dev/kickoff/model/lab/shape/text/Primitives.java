package dev.kickoff.model.lab.shape.text;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.shape.Written;
import dev.kickoff.model.lab.shape.function.Flat;
import dev.kickoff.model.lab.shape.function.LoadFunction;
import dev.kickoff.model.lab.shape.function.Noise;
import dev.kickoff.model.lab.shape.function.Played;
import dev.kickoff.model.lab.shape.function.Ramp;
import dev.kickoff.model.lab.shape.function.Sine;
import dev.kickoff.model.lab.shape.function.Spike;
import dev.kickoff.model.lab.shape.function.Staged;
import dev.kickoff.model.lab.shape.function.StepChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The functions that a load's text may name, and how each is made of its named values. */
final class Primitives {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Map<String, Kind> kinds = new TreeMap<>();

  private record Kind(List<String> names, Function<Arguments, LoadFunction> make) {}

  Primitives(Function<TraceSpan, LoadCurve> traces) {
    kinds.put("flat", new Kind(List.of("rpm"), each -> new Flat(each.number("rpm"))));
    kinds.put("ramp", new Kind(List.of("from", "to", "over"), Primitives::ramp));
    kinds.put("step", new Kind(List.of("from", "to", "at"), Primitives::step));
    kinds.put(
        "spike",
        new Kind(List.of("base", "peak", "at", "rise", "hold", "fall"), Primitives::spike));
    kinds.put("sine", new Kind(List.of("period", "mean", "amplitude", "shift"), Primitives::sine));
    kinds.put("noise", new Kind(List.of("mean", "deviation", "every", "seed"), Primitives::noise));
    kinds.put(
        "trace",
        new Kind(List.of("file", "from", "to", "service", "times"), each -> trace(each, traces)));
  }

  /** A number, or {@code name:values}. */
  LoadFunction of(String word) {
    int colon = word.indexOf(':');
    String name = (colon < 0 ? word : word.substring(0, colon)).toLowerCase(Locale.ROOT);
    String values = colon < 0 ? "" : word.substring(colon + 1);
    if (name.equals("stages")) {
      return stages(values);
    }
    Kind kind = kinds.get(name);
    if (kind != null) {
      return kind.make().apply(new Arguments(name, values, kind.names()));
    }
    if (word.matches("[+-]?[.\\d].*")) {
      return new Flat(Written.number(word));
    }
    throw new IllegalArgumentException(
        "\"%s\" is neither a number nor one of stages, %s"
            .formatted(word, String.join(", ", kinds.keySet())));
  }

  private static LoadFunction stages(String values) {
    List<String> table = new ArrayList<>();
    Stages.Between between = Stages.Between.RAMP;
    for (String part : values.split(",", -1)) {
      if (part.equals("between=rows")) {
        between = Stages.Between.ROWS;
      } else if (!part.equals("between=ramp")) {
        table.add(part);
      }
    }
    Stages stages = Stages.parse(String.join(",", table));
    if (between == Stages.Between.ROWS) {
      stages.checkMinutes();
    }
    return new Staged(stages, between);
  }

  private static LoadFunction ramp(Arguments values) {
    return new Ramp(values.number("from", 0), values.number("to"), values.duration("over"));
  }

  private static LoadFunction step(Arguments values) {
    return new StepChange(
        values.number("from", 0), values.number("to"), values.wait("at", Duration.ZERO));
  }

  private static LoadFunction spike(Arguments values) {
    Duration rise = values.wait("rise", MINUTE);
    Spike.Times times =
        new Spike.Times(
            values.wait("at", Duration.ZERO),
            rise,
            values.wait("hold", MINUTE),
            values.wait("fall", rise));
    return new Spike(values.number("base", 0), values.number("peak"), times);
  }

  private static LoadFunction sine(Arguments values) {
    return new Sine(
        values.number("mean", 0),
        values.number("amplitude"),
        values.duration("period"),
        values.wait("shift", Duration.ZERO));
  }

  private static LoadFunction noise(Arguments values) {
    double deviation = values.number("deviation");
    if (deviation < 0) {
      throw new IllegalArgumentException("a deviation cannot be negative: " + deviation);
    }
    return new Noise(
        values.number("mean", 0),
        deviation,
        values.duration("every", MINUTE),
        values.whole("seed", 1));
  }

  private static LoadFunction trace(Arguments values, Function<TraceSpan, LoadCurve> traces) {
    TraceSpan span =
        new TraceSpan(
            values.required("file"),
            values.text("service"),
            values.instant("from"),
            values.instant("to"));
    return new Played(traces.apply(span), values.number("times", 1));
  }
}
