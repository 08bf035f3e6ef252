package dev.kickoff.jobs.cli.lab;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.jobs.config.mix.MixSettings;
import dev.kickoff.jobs.lab.shape.EventChoice;
import dev.kickoff.jobs.lab.shape.Shape;
import dev.kickoff.jobs.lab.shape.Traces;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.forecast.method.Methods;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.shape.function.LoadFunction;
import dev.kickoff.model.lab.shape.function.Played;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import dev.kickoff.model.lab.shape.past.EventLoad;
import dev.kickoff.model.lab.shape.past.EventQuestion;
import dev.kickoff.model.lab.shape.past.Rates;
import dev.kickoff.model.lab.shape.text.LoadText;
import dev.kickoff.model.lab.shape.text.TraceSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the load that the options of {@code kickoff shape} describe. */
final class ShapeMaker {
  private final ShapeSources sources;
  private final InputOptions input;
  private final Duration step;
  private final Traces traces;
  private final List<String> notes = new ArrayList<>();

  /** A load before it is divided, and where within it the event is. */
  private record Made(
      String source, LoadCurve whole, EventPlace place, Optional<Shape.Drawn> drawn) {
    Shape divided(Optional<MixSettings> mix, List<String> notes) {
      Map<String, LoadCurve> apis =
          mix.map(each -> each.mix().divide(whole, place)).orElse(Map.of());
      Map<String, String> paths = mix.map(MixSettings::paths).orElse(Map.of());
      return new Shape(source, whole, apis, paths, drawn, notes);
    }
  }

  ShapeMaker(ShapeSources sources, InputOptions input, Duration step, ReadReport report) {
    this.sources = sources;
    this.input = input;
    this.step = step;
    this.traces = new Traces(input.zone(), input.unit(), report);
  }

  /**
   * The load, divided where there is a mix.
   *
   * @throws IllegalArgumentException when it cannot be made; the message says what would do
   */
  Shape make(Optional<MixSettings> mix) {
    sources.check();
    if (sources.event().isPresent()) {
      return event(sources.event().get(), mix);
    }
    String source;
    LoadFunction load;
    if (sources.stages().isPresent()) {
      String table = sources.stages().get();
      LoadCurve curve = Stages.parse(table).curve(step, sources.between());
      load = new Played(curve, sources.times());
      source = "stages " + table + (sources.between() == Stages.Between.ROWS ? " by rows" : "");
    } else if (sources.function().isPresent()) {
      String text = sources.function().get();
      LoadFunction spoken = LoadText.parse(text, traces::of);
      load = new Played(spoken.curve(step), sources.times());
      int below = spoken.belowZero(step);
      if (below > 0) {
        notes.add("%d values were below zero and are zero".formatted(below));
      }
      source = text;
    } else {
      TraceSpan span =
          new TraceSpan(
              sources.trace().orElseThrow().toString(),
              sources.service(),
              sources.from(),
              sources.to());
      load = new Played(traces.of(span), sources.times());
      source = "%s from %s to %s".formatted(span.file(), span.from(), span.until());
    }
    notes.addAll(traces.notes());
    LoadCurve whole = load.curve(step);
    EventPlace all = new EventPlace(0, whole.span().toSeconds());
    return new Made(source + timesWords(), whole, all, Optional.empty()).divided(mix, notes);
  }

  private String timesWords() {
    return sources.times() == 1 ? "" : ", times " + sources.times();
  }

  private Shape event(String named, Optional<MixSettings> mix) {
    MetricsRead metrics = input.readMetrics();
    Service service =
        Traces.service(metrics, sources.service(), input.metricsFile().orElseThrow().toString());
    DemandSeries own = Objects.requireNonNull(metrics.series().get(service));
    DemandSeries demand =
        input
            .lineage(metrics)
            .inheritance(service, metrics.series(), input.unit().addsUp())
            .map((Inheritance inherited) -> inherited.joined(own))
            .orElse(own);
    EventCalendar calendar = input.readCalendar();
    Event event = EventChoice.of(calendar, named, demand.until());
    EventQuestion question =
        new EventQuestion(
            service,
            Rates.of(demand, input.unit()),
            calendar,
            input.readMasks(metrics).of(service),
            event,
            sources.before(),
            sources.after());
    EventLoad load = EventLoad.of(question, Methods.inOrder(input.zone()));
    noteEvent(load);
    LoadCurve whole = load.curve(sources.quantile(), step).times(sources.times());
    String source =
        "%s at %s, quantile %s of %s%s"
            .formatted(event.title(), event.start(), sources.quantile(), service, timesWords());
    Shape.Drawn drawn = new Shape.Drawn(load, sources.quantile());
    return new Made(source, whole, load.place(), Optional.of(drawn)).divided(mix, notes);
  }

  private void noteEvent(EventLoad load) {
    notes.add(
        "forecast from %s by %s"
            .formatted(load.forecast().issuedAt(), load.forecast().method().method()));
    if (load.isPast()) {
      notes.add("the demand goes on past its beginning: nothing from there on was used");
    }
    load.outlook()
        .ifPresentOrElse(
            outlook -> {
              String known = outlook.basis();
              List<String> like =
                  outlook.neighbours().stream()
                      .limit(3)
                      .map(n -> "%s at %s".formatted(n.title(), n.startedAt()))
                      .toList();
              notes.add(like.isEmpty() ? known : known + "; most like " + String.join(", ", like));
            },
            () -> notes.add("no past event is known that it resembles"));
  }
}
