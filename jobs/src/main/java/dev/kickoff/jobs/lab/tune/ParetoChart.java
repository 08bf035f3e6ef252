package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.offline.page.Ticks;
import dev.kickoff.model.lab.tune.CellRisk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Candidates by cost and safety, as SVG, with the line of those that no other beats. */
final class ParetoChart {
  private static final int LEFT = 60;
  private static final int RIGHT = 940;
  private static final int TOP = 14;
  private static final int BOTTOM = 290;
  private static final int PERCENT = 100;

  private final StringBuilder svg = new StringBuilder();
  private final double most;

  private ParetoChart(List<CellRisk> risks) {
    this.most = risks.stream().mapToDouble(CellRisk::hostMinutes).max().orElse(1) * 1.05;
  }

  static String svg(List<CellRisk> risks, List<CellRisk> front, Optional<CellRisk> naive) {
    return new ParetoChart(risks).draw(risks, front, naive);
  }

  private String draw(List<CellRisk> risks, List<CellRisk> front, Optional<CellRisk> naive) {
    put("<svg viewBox=\"0 0 960 330\" role=\"img\" aria-label=\"safe cases over host-minutes\">");
    for (int share = 0; share <= PERCENT; share += 20) {
      double y = y(share / (double) PERCENT);
      put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
      put("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>", LEFT - 8, y + 4, share);
    }
    double step = Ticks.values(most);
    for (int i = 0; i * step <= most; i++) {
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>",
          x(i * step), BOTTOM + 16, i * step);
    }
    put("<text class=\"title\" x=\"%d\" y=\"%d\">host-minutes</text>", LEFT, BOTTOM + 34);
    risks.forEach(risk -> dot(risk, "dot other-dot", 3));
    StringBuilder line = new StringBuilder();
    for (CellRisk risk : front) {
      line.append(line.length() == 0 ? "M" : "L");
      line.append(
          String.format(Locale.ROOT, "%.1f %.1f", x(risk.hostMinutes()), y(risk.probability())));
    }
    put("<path class=\"forecast\" d=\"%s\"/>", line);
    front.forEach(risk -> dot(risk, "dot", 5));
    naive.ifPresent(risk -> dot(risk, "dot bad", 6));
    return svg.append("</svg>").toString();
  }

  private void dot(CellRisk risk, String kind, int radius) {
    put(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\">" + "<title>%s</title></circle>",
        kind, x(risk.hostMinutes()), y(risk.probability()), radius, risk.cell().words());
  }

  private double x(double hostMinutes) {
    return LEFT + (RIGHT - LEFT) * hostMinutes / most;
  }

  private static double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private void put(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
