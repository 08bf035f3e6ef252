package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.calendar.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hosts required and in service over a span, as SVG, with the events behind them and a strip below
 * that shows when hosts were short. Charts over one span and scale can be compared by eye.
 */
public final class HostChart {
  private static final int LEFT = 44;
  private static final int RIGHT = 952;
  private static final int TOP = 62;
  private static final int BOTTOM = 250;
  private static final int STRIP = 7;
  private static final int HEIGHT = 282;

  private final Instant from;
  private final Instant until;
  private final int top;
  private final StringBuilder svg = new StringBuilder();

  private HostChart(Instant from, Instant until, int top) {
    this.from = from;
    this.until = until;
    this.top = top;
  }

  /** What every chart of a page has in common: the span, the scale's top in hosts, the events. */
  public record Frame(Instant from, Instant until, int top, List<Event> events) {
    public Frame {
      events = List.copyOf(events);
    }
  }

  /** The chart of one track. */
  public static String svg(Frame frame, String title, HostTrack track) {
    return new HostChart(frame.from(), frame.until(), frame.top()).draw(frame, title, track);
  }

  private String draw(Frame frame, String title, HostTrack track) {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">", HEIGHT, title(title));
    new EventBars(this::x, TOP, BOTTOM).draw(frame.events(), svg);
    scale();
    time();
    String need = required(track);
    put("<path class=\"need\" d=\"%s\"/>", need);
    put("<path class=\"serving\" d=\"%s\"/>", inService(track));
    shortages(track);
    return svg.append("</svg>").toString();
  }

  private static String title(String title) {
    return Html.escaped(title + ": hosts required and in service");
  }

  private void scale() {
    int step = Ticks.hosts(top);
    for (int hosts = 0; hosts <= top; hosts += step) {
      double y = y(hosts);
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
      put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d</text>", LEFT - 6, y + 4, hosts);
    }
  }

  private void time() {
    for (Ticks.Mark mark : Ticks.time(from, until)) {
      double x = x(mark.at());
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x, TOP, BOTTOM);
      if (x < RIGHT - 20) {
        put("<text x=\"%.1f\" y=\"%d\">%s</text>", x, HEIGHT - 6, mark.label());
      }
    }
  }

  /** One area for each run of points without a gap. */
  private String required(HostTrack track) {
    StringBuilder path = new StringBuilder();
    boolean open = false;
    for (HostTrack.Point point : track.points()) {
      double left = x(point.from());
      Optional<Integer> hosts = point.mostRequired();
      if (hosts.isPresent()) {
        path.append(open ? "" : at("M%.1f %d", left, BOTTOM));
        path.append(at("V%.1fH%.1f", y(hosts.get()), end(point, track.step())));
      } else if (open) {
        path.append(at("V%dZ", BOTTOM));
      }
      open = hosts.isPresent();
    }
    return path.append(open ? at("V%dZ", BOTTOM) : "").toString();
  }

  private String inService(HostTrack track) {
    StringBuilder path = new StringBuilder();
    for (HostTrack.Point point : track.points()) {
      double y = y(point.leastInService());
      path.append(path.isEmpty() ? at("M%d %.1f", LEFT, y) : at("V%.1f", y));
      path.append(at("H%.1f", end(point, track.step())));
    }
    return path.toString();
  }

  /** A mark in the strip for each point with a short minute, at least as wide as the eye needs. */
  private void shortages(HostTrack track) {
    StringBuilder path = new StringBuilder();
    for (HostTrack.Point point : track.points()) {
      if (point.shortMinutes() > 0) {
        double left = x(point.from());
        double width = Math.max(1.5, end(point, track.step()) - left);
        path.append(at("M%.1f %dh%.1fv%dh%.1fz", left, BOTTOM + 3, width, STRIP, -width));
      }
    }
    put("<path class=\"short\" d=\"%s\"/>", path);
  }

  private double end(HostTrack.Point point, Duration step) {
    Instant end = point.from().plus(step);
    return x(end.isAfter(until) ? until : end);
  }

  private double x(Instant at) {
    double share =
        Duration.between(from, at).toMillis() / (double) Duration.between(from, until).toMillis();
    return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(1, share));
  }

  private double y(int hosts) {
    return BOTTOM - (BOTTOM - TOP) * (double) hosts / top;
  }

  private void put(String format, Object... values) {
    svg.append(at(format, values)).append('\n');
  }

  private static String at(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
