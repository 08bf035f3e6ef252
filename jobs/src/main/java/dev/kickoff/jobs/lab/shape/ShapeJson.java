package dev.kickoff.jobs.lab.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.past.EventLoad;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A load as one JSON object: its figures, its values, and where it comes from. */
public final class ShapeJson {
  private ShapeJson() {}

  /** The object on one line. */
  public static String of(Shape shape) {
    ShapeFigures figures = ShapeFigures.of(shape.whole());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", shape.source());
    json.put("step_seconds", shape.whole().step().toSeconds());
    json.put("seconds", shape.whole().span().toSeconds());
    json.put("peak_rpm", figures.peakRpm());
    json.put("peak_at_second", figures.peakAtSecond());
    json.put("mean_rpm", figures.meanRpm());
    json.put("requests", Math.round(figures.requests()));
    json.put("steepest_climb_rpm", figures.climbRpm());
    json.put("steepest_climb_at_second", figures.climbAtSecond());
    json.put("notes", shape.notes());
    shape.event().ifPresent(drawn -> json.put("event", event(drawn)));
    json.put("rpm", values(shape.whole()));
    Map<String, Object> apis = new LinkedHashMap<>();
    shape.apis().forEach((api, load) -> apis.put(api, values(load)));
    if (!apis.isEmpty()) {
      json.put("apis", apis);
    }
    try {
      return new ObjectMapper().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a load cannot be written as JSON", e);
    }
  }

  private static List<Double> values(LoadCurve load) {
    return DoubleStream.of(load.values()).boxed().toList();
  }

  private static Map<String, Object> event(Shape.Drawn drawn) {
    EventLoad load = drawn.load();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uid", load.question().event().uid());
    json.put("title", load.question().event().title());
    json.put("start", load.question().event().start().toString());
    json.put("end", load.question().event().end().toString());
    json.put("load_from", load.question().from().toString());
    json.put("seen_from", load.forecast().issuedAt().toString());
    json.put("method", load.forecast().method().method());
    json.put("quantile", drawn.quantile());
    Map<String, Object> peaks = new LinkedHashMap<>();
    for (double level : Quantiles.levels()) {
      LoadCurve curve = load.curve(level, load.natural());
      peaks.put(Double.toString(level), curve.peak());
    }
    json.put("peak_by_quantile", peaks);
    json.put("basis", load.outlook().map(EventOutlook::basis).orElse(""));
    json.put(
        "neighbours",
        load.outlook().map(EventOutlook::neighbours).orElse(List.of()).stream()
            .map(ShapeJson::neighbour)
            .toList());
    return json;
  }

  private static Map<String, Object> neighbour(EventOutlook.Neighbour neighbour) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", neighbour.title());
    json.put("started_at", neighbour.startedAt().toString());
    json.put("weight", neighbour.weight());
    json.put("alike", neighbour.alike());
    return json;
  }
}
