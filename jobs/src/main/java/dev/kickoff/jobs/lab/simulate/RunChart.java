package dev.kickoff.jobs.lab.simulate;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Ticks;
import dev.kickoff.model.lab.sim.LabTrace;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** One run as SVG: the processor above, hosts and load below, over the same minutes. */
final class RunChart {
  private static final int LEFT = 56;
  private static final int RIGHT = 940;
  private static final int POINTS = 884;
  private static final double MINUTE = 60;
  private static final double THOUSAND = 1_000;
  private static final Panel CPU = new Panel(16, 150);
  private static final Panel HOSTS = new Panel(176, 300);

  private final StringBuilder svg = new StringBuilder();
  private final LabTrace trace;
  private final double minutes;

  private record Panel(int top, int bottom) {}

  private RunChart(LabTrace trace) {
    this.trace = trace;
    this.minutes = Math.max(1, trace.rpm().length - 1) * trace.stepSeconds() / MINUTE;
  }

  static String svg(SimulatedPolicy policy, double knee) {
    return new RunChart(policy.trace()).draw(policy.name(), knee);
  }

  private String draw(String name, double knee) {
    put(
        "<svg viewBox=\"0 0 960 340\" role=\"img\" aria-label=\"%s: processor, hosts and load\">",
        Html.escaped(name));
    double highest = Math.max(knee * 1.1, Arrays.stream(trace.cpu()).max().orElse(0));
    scale(CPU, highest);
    put(
        "<path class=\"cutoff\" d=\"M%d %.1fH%d\" fill=\"none\"/>",
        LEFT, y(CPU, knee, highest), RIGHT);
    line("forecast", CPU, highest, i -> trace.cpu()[i]);
    double load = Arrays.stream(trace.rpm()).max().orElse(0) / THOUSAND;
    int hosts = Arrays.stream(trace.inService()).max().orElse(1);
    scale(HOSTS, hosts);
    line("other", HOSTS, Math.max(load, 1e-9), i -> trace.rpm()[i] / THOUSAND);
    put(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">load up to %,.1f thousand rpm</text>",
        RIGHT, HOSTS.top() - 4, load);
    line("serving", HOSTS, hosts, i -> trace.inService()[i]);
    double step = Ticks.values(minutes * 0.6);
    for (int i = 0; i * step <= minutes; i++) {
      double x = LEFT + (RIGHT - LEFT) * i * step / minutes;
      put("<text x=\"%.1f\" y=\"318\" text-anchor=\"middle\">%,.0f</text>", x, i * step);
    }
    put("<text class=\"title\" x=\"%d\" y=\"334\">minutes</text>", LEFT);
    return svg.append("</svg>").toString();
  }

  private void scale(Panel panel, double highest) {
    double step = Ticks.values(highest);
    for (int i = 0; i * step <= highest; i++) {
      double y = y(panel, i * step, highest);
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
      put(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6,
          y + 4,
          step < 1 ? String.format(Locale.ROOT, "%.1f", i * step) : (long) (i * step));
    }
  }

  private void line(String kind, Panel panel, double highest, IntToDoubleFunction value) {
    int length = trace.rpm().length;
    int every = Math.max(1, length / POINTS);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < length; i += every) {
      double x = LEFT + (RIGHT - LEFT) * (double) i / Math.max(1, length - 1);
      path.append(i == 0 ? 'M' : 'L');
      path.append(
          String.format(Locale.ROOT, "%.1f %.1f", x, y(panel, value.applyAsDouble(i), highest)));
    }
    put("<path class=\"%s\" d=\"%s\"/>", kind, path);
  }

  private static double y(Panel panel, double value, double highest) {
    return panel.bottom() - (panel.bottom() - panel.top()) * value / highest;
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
