package dev.kickoff.jobs.offline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Policies by what they cost and how often they were short, as SVG: host-hours to the right, the
 * share of under-provisioned minutes upwards; nearer to the lower left corner is better.
 *
 * <p>Host-hours are on a logarithmic scale. Shares are drawn by their square roots, so that none
 * has a place and small ones are told apart.
 */
public final class FrontierChart {
  private static final int LEFT = 56;
  private static final int RIGHT = 940;
  private static final int TOP = 16;
  private static final int BOTTOM = 300;
  private static final int HEIGHT = 344;
  private static final double LETTER = 6.1;
  private static final int LINE = 13;
  private static final double[] SHARES = {0, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 50, 75, 100};
  private static final double[] HOURS = {1, 1.5, 2, 3, 4, 5, 7};
  private static final int[][] PLACES = {
    {8, 4, 1},
    {-8, 4, -1},
    {0, -9, 0},
    {0, 19, 0},
    {8, -9, 1},
    {8, 17, 1},
    {-8, -9, -1},
    {-8, 17, -1},
    {8, -22, 1},
    {-8, -22, -1},
    {0, -35, 0},
    {8, -48, 1}
  };

  private final StringBuilder svg = new StringBuilder();
  private final List<Box> taken = new ArrayList<>();
  private final double least;
  private final double most;
  private final double top;

  /**
   * One policy.
   *
   * @param hostHours above zero
   * @param underPercent of the minutes, 0..100
   * @param own whether it is Kickoff's
   * @param family policies of one name other than empty are joined by a line, in their order
   */
  public record Point(
      String policy, double hostHours, double underPercent, boolean own, String family) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private FrontierChart(List<Point> points) {
    this.least = points.stream().mapToDouble(Point::hostHours).min().orElse(1) / 1.08;
    this.most = points.stream().mapToDouble(Point::hostHours).max().orElse(1) * 1.15;
    this.top = Math.max(1, 1.1 * points.stream().mapToDouble(Point::underPercent).max().orElse(1));
  }

  /** The chart of some policies; {@code label} says what it shows. */
  public static String svg(String label, List<Point> points) {
    return new FrontierChart(points).draw(label, points);
  }

  private String draw(String label, List<Point> points) {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">", HEIGHT, Html.escaped(label));
    scales();
    points.stream()
        .map(Point::family)
        .filter(family -> !family.isEmpty())
        .distinct()
        .forEach(family -> line(points.stream().filter(p -> p.family().equals(family)).toList()));
    for (Point point : points) {
      double x = x(point.hostHours());
      double y = y(point.underPercent());
      taken.add(new Box(x - 5, y - 5, x + 5, y + 5));
    }
    points.stream().filter(Point::own).forEach(this::dot);
    points.stream().filter(point -> !point.own()).forEach(this::dot);
    return svg.append("</svg>").toString();
  }

  private void scales() {
    double last = BOTTOM + LINE;
    for (double share : SHARES) {
      double y = y(share);
      if (share <= top && last - y >= LINE) {
        put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
        String text = Numbers.brief(share) + " %";
        put(
            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
            LEFT - 6, y + 4, Html.escaped(text));
        last = y;
      }
    }
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double ten = power; ten <= most; ten *= 10) {
      for (double times : HOURS) {
        hours(times * ten);
      }
    }
    put("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">host-hours</text>", RIGHT, HEIGHT - 6);
  }

  private void hours(double hours) {
    if (hours >= least && hours <= most) {
      put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(hours), TOP, BOTTOM);
      put(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(hours), BOTTOM + 16, Numbers.brief(hours));
    }
  }

  private void line(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      String pen = path.isEmpty() ? "M" : "L";
      path.append(text("%s%.1f %.1f", pen, x(point.hostHours()), y(point.underPercent())));
    }
    put("<path class=\"other\" d=\"%s\"/>", path);
  }

  private void dot(Point point) {
    double x = x(point.hostHours());
    double y = y(point.underPercent());
    String kind = point.own() ? "dot" : "dot other-dot";
    put(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"><title>%s</title></circle>",
        kind, x, y, point.own() ? "5" : "3.6", Html.escaped(point.policy()));
    double width = point.policy().length() * LETTER;
    for (int[] place : PLACES) {
      double left = x + place[0] - width * (1 - place[2]) / 2;
      Box box = new Box(left, y + place[1] - LINE + 3, left + width, y + place[1] + 3);
      boolean inside = box.left() > LEFT && box.right() < RIGHT && box.top() > 0;
      if (inside && box.bottom() < BOTTOM + 3 && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        put(
            "<text%s x=\"%.1f\" y=\"%.1f\">%s</text>",
            point.own() ? " class=\"title\"" : "",
            left,
            y + place[1],
            Html.escaped(point.policy()));
        return;
      }
    }
  }

  private double x(double hours) {
    return LEFT + (RIGHT - LEFT) * Math.log(hours / least) / Math.log(most / least);
  }

  private double y(double percent) {
    return BOTTOM - (BOTTOM - TOP) * Math.sqrt(percent / top);
  }

  private void put(String format, Object... values) {
    svg.append(text(format, values)).append('\n');
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
