package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.longrange.DayPeak;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The highest demand of each day as SVG: what came, for as many days as lie ahead, then the median,
 * a band up to p95, and p99 as a thin line.
 */
public final class PeakChart {
  private static final int LEFT = 52;
  private static final int RIGHT = 952;
  private static final int TOP = 14;
  private static final int BOTTOM = 214;
  private static final int HEIGHT = 240;
  private static final int LEAST_PAST_DAYS = 28;

  private final List<DayPeak> days;
  private final ZoneId zone;
  private final TreeMap<LocalDate, Double> past = new TreeMap<>();
  private final LocalDate from;
  private final double top;
  private final StringBuilder svg = new StringBuilder();

  private PeakChart(DemandSeries demand, List<DayPeak> days, ZoneId zone) {
    this.days = days;
    this.zone = zone;
    LocalDate first = days.get(0).day();
    this.from = first.minusDays(Math.max(LEAST_PAST_DAYS, days.size()));
    for (int i = Math.max(0, demand.indexOf(start(from))); i < demand.size(); i++) {
      if (demand.isPresent(i)) {
        LocalDate day = demand.timeAt(i).atZone(zone).toLocalDate();
        past.merge(day, demand.value(i), Math::max);
      }
    }
    past.tailMap(first).clear();
    double highest = past.values().stream().mapToDouble(v -> v).max().orElse(0);
    for (DayPeak day : days) {
      highest = Math.max(highest, day.peak().p95());
    }
    this.top = highest > 0 ? 1.1 * highest : 1;
  }

  /** The chart of the days ahead of {@code demand}. */
  public static String svg(DemandSeries demand, List<DayPeak> days, ZoneId zone) {
    return new PeakChart(demand, days, zone).draw();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private String draw() {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"highest of each day\">", HEIGHT);
    StringBuilder band = new StringBuilder();
    days.forEach(day -> band.append(point(day.day(), day.peak().p95())));
    for (int i = days.size() - 1; i >= 0; i--) {
      band.append(point(days.get(i).day(), days.get(i).peak().p50()));
    }
    put("<polygon class=\"band\" points=\"%s\"/>", band);
    double step = Ticks.values(top);
    for (double value = 0; value <= top; value += step) {
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value), RIGHT);
      String label = Numbers.brief(value);
      put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y(value) + 4, label);
    }
    LocalDate end = days.get(days.size() - 1).day();
    for (Ticks.Mark mark : Ticks.time(start(from), start(end))) {
      double x = x(mark.at().atZone(zone).toLocalDate());
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM);
      put("<text x=\"%.1f\" y=\"%d\">%s</text>", x, HEIGHT - 6, mark.label());
    }
    StringBuilder came = new StringBuilder();
    past.forEach((day, value) -> came.append(point(day, value)));
    put("<polyline class=\"came\" points=\"%s\"/>", came);
    put("<polyline class=\"forecast\" points=\"%s\"/>", line(day -> day.peak().p50()));
    put("<polyline class=\"other\" points=\"%s\"/>", line(day -> day.peak().p99()));
    return svg.append("</svg>").toString();
  }

  private String line(ToDoubleFunction<DayPeak> quantile) {
    StringBuilder line = new StringBuilder();
    days.forEach(day -> line.append(point(day.day(), quantile.applyAsDouble(day))));
    return line.toString();
  }

  private String point(LocalDate day, double value) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x(day), y(value));
  }

  private double x(LocalDate day) {
    double span = days.get(days.size() - 1).day().toEpochDay() - from.toEpochDay();
    return LEFT + (RIGHT - LEFT) * (day.toEpochDay() - from.toEpochDay()) / Math.max(1, span);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / top);
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
