package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How wide forecasts are by range of horizons, as SVG: one line a method, Kickoff's the heavy one.
 *
 * <p>Width is from p50 to p95, as a share of the demand that came. Narrower is better only where
 * the reliability is as good.
 */
public final class SharpnessChart {
  private static final int LEFT = 52;
  private static final int RIGHT = 760;
  private static final int TOP = 14;
  private static final int BOTTOM = 214;
  private static final int HEIGHT = 240;
  private static final int LINE = 13;
  private static final double MOST = 3;

  private final StringBuilder svg = new StringBuilder();
  private final double top;

  private SharpnessChart(double top) {
    this.top = top;
  }

  /** The lines of all methods; {@code ranges} hold the same ranges of horizons for each. */
  public static String svg(List<Reliability> ranges) {
    Map<String, List<Reliability>> methods = new LinkedHashMap<>();
    ranges.forEach(r -> methods.computeIfAbsent(r.method(), m -> new ArrayList<>()).add(r));
    double widest =
        ranges.stream().flatMap(r -> r.width().stream()).mapToDouble(w -> w).max().orElse(0);
    double own =
        ranges.stream()
            .filter(r -> r.method().equals(MethodScore.KICKOFF))
            .flatMap(r -> r.width().stream())
            .mapToDouble(w -> w)
            .max()
            .orElse(widest);
    double top = Math.min(widest, MOST * own);
    return new SharpnessChart(top > 0 ? top : 1).draw(methods);
  }

  private String draw(Map<String, List<Reliability>> methods) {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"sharpness\">", HEIGHT);
    double step = Ticks.values(top);
    for (double value = 0; value <= top; value += step) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value), RIGHT);
      String label = Numbers.brief(100 * value) + " %";
      put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y(value) + 4, label);
    }
    List<Reliability> first = methods.values().stream().findFirst().orElse(List.of());
    for (int i = 0; i < first.size(); i++) {
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s–%s</text>",
          x(i, first.size()),
          HEIGHT - 8,
          Numbers.length(first.get(i).from()),
          Numbers.length(first.get(i).until()));
    }
    List<Double> taken = new ArrayList<>();
    methods.forEach((method, ranges) -> line(method, ranges, taken));
    return svg.append("</svg>").toString();
  }

  private void line(String method, List<Reliability> ranges, List<Double> taken) {
    boolean own = method.equals(MethodScore.KICKOFF);
    StringBuilder path = new StringBuilder();
    double last = BOTTOM;
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).width().isPresent()) {
        last = y(ranges.get(i).width().get());
        String pen = path.isEmpty() ? "M" : "L";
        path.append(String.format(Locale.ROOT, "%s%.1f,%.1f ", pen, x(i, ranges.size()), last));
        if (own) {
          put("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", x(i, ranges.size()), last);
        }
      }
    }
    put("<path class=\"%s\" d=\"%s\"/>", own ? "forecast" : "other", path);
    double label = free(last + 4, taken);
    put(
        "<text%s x=\"%d\" y=\"%.1f\">%s</text>",
        own ? " class=\"title\"" : "", RIGHT + 8, label, Html.escaped(method));
  }

  /** Where the next label has room, at {@code wanted} or nearby. */
  private static double free(double wanted, List<Double> taken) {
    for (int i = 0; ; i++) {
      double y = wanted + (i % 2 == 0 ? 1 : -1) * LINE * ((i + 1) / 2);
      if (y > TOP && y < BOTTOM + LINE && taken.stream().allMatch(t -> Math.abs(t - y) >= LINE)) {
        taken.add(y);
        return y;
      }
      if (i > taken.size() * 4 + 8) {
        return wanted;
      }
    }
  }

  private static double x(int range, int ranges) {
    return LEFT + (RIGHT - LEFT) * (range + 0.5) / ranges;
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / top);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
