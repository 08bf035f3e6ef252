package dev.kickoff.jobs.offline.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Policies by what they cost and how often they were short, as SVG: host-hours to the right, the
 * share of under-provisioned minutes upwards; nearer to the lower left corner is better.
 *
 * <p>Host-hours are on a logarithmic scale. Shares are drawn by their square roots, so that zero
 * has a place and small ones are told apart; what is beyond the scale is drawn at its end, with its
 * share. Policies that fall on one spot share a label.
 */
public final class FrontierChart {
  private static final int LEFT = 56;
  private static final int RIGHT = 940;
  private static final int TOP = 30;
  private static final int BOTTOM = 270;
  private static final int AXIS = 300;
  private static final int HEIGHT = 344;
  private static final int LINE = 13;
  private static final int SAME = 6;
  private static final double LETTER = 6.1;
  private static final double FARTHEST = 10;
  private static final double[] SHARES = {0, 0.1, 0.5, 1, 2, 5, 10};
  private static final double[] HOURS = {1, 1.5, 2, 3, 4, 5, 7};

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

  /** Policies on one spot, the first of them drawn. */
  private record Spot(double x, double y, Point first, StringBuilder label) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private FrontierChart(List<Point> points) {
    this.least = points.stream().mapToDouble(Point::hostHours).min().orElse(1) / 1.12;
    this.most = points.stream().mapToDouble(Point::hostHours).max().orElse(1) * 1.15;
    double highest = points.stream().mapToDouble(Point::underPercent).max().orElse(1);
    this.top = Math.max(1, Math.min(FARTHEST, highest));
  }

  /** The chart of some policies; {@code label} says what it shows. */
  public static String svg(String label, List<Point> points) {
    return new FrontierChart(points).draw(label, points);
  }

  private String draw(String label, List<Point> points) {
    put("<svg viewBox=\"0 0 960 %d\" role=\"img\" aria-label=\"%s\">", HEIGHT, Html.escaped(label));
    shares();
    hours();
    points.stream()
        .map(Point::family)
        .filter(family -> !family.isEmpty())
        .distinct()
        .forEach(family -> line(points.stream().filter(p -> p.family().equals(family)).toList()));
    List<Spot> spots = spots(points);
    spots.forEach(this::dot);
    spots.forEach(this::label);
    return svg.append("</svg>").toString();
  }

  private void shares() {
    double last = BOTTOM + LINE;
    for (double share : SHARES) {
      double y = y(share);
      if (share <= top && last - y >= LINE) {
        put("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y, RIGHT);
        put(
            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s %%</text>",
            LEFT - 6, y + 4, Numbers.brief(share));
        last = y;
      }
    }
  }

  private void hours() {
    for (double ten = Math.pow(10, Math.floor(Math.log10(least))); ten <= most; ten *= 10) {
      for (double times : HOURS) {
        double hours = times * ten;
        if (hours >= least && hours <= most) {
          put("<path class=\"grid\" d=\"M%.1f %dV%d\"/>", x(hours), TOP, AXIS);
          put(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
              x(hours), AXIS + 16, Numbers.brief(hours));
        }
      }
    }
    put("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">host-hours</text>", RIGHT, HEIGHT - 6);
    put("<text x=\"%d\" y=\"%d\">under-provisioned minutes</text>", 6, TOP - 16);
  }

  private void line(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      String pen = path.isEmpty() ? "M" : "L";
      path.append(text("%s%.1f %.1f", pen, x(point.hostHours()), y(point.underPercent())));
    }
    put("<path class=\"other\" d=\"%s\"/>", path);
  }

  /** Kickoff's first, so that they are drawn where others share the spot. */
  private List<Spot> spots(List<Point> points) {
    List<Spot> spots = new ArrayList<>();
    for (Point point : points.stream().sorted(Comparator.comparing(p -> !p.own())).toList()) {
      double x = x(point.hostHours());
      double y = y(point.underPercent());
      String beyond = point.underPercent() > top ? text(" (%.1f %%)", point.underPercent()) : "";
      spots.stream()
          .filter(s -> Math.abs(s.x() - x) < SAME && Math.abs(s.y() - y) < SAME)
          .findFirst()
          .ifPresentOrElse(
              spot -> spot.label().append(", ").append(point.policy()).append(beyond),
              () -> spots.add(new Spot(x, y, point, new StringBuilder(point.policy() + beyond))));
    }
    return spots;
  }

  private void dot(Spot spot) {
    put(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"><title>%s</title></circle>",
        spot.first().own() ? "dot" : "dot other-dot",
        spot.x(),
        spot.y(),
        spot.first().own() ? "5" : "3.6",
        Html.escaped(spot.label().toString()));
    taken.add(new Box(spot.x() - 5, spot.y() - 5, spot.x() + 5, spot.y() + 5));
  }

  /** Beside the spot where there is room, or else above or below it, at the end of a line. */
  private void label(Spot spot) {
    double width = spot.label().length() * LETTER;
    for (int row = 0; row < 2 * (BOTTOM - TOP) / LINE; row++) {
      double shift = (row % 2 == 0 ? -1 : 1) * ((row + 1) / 2) * (LINE + 1);
      double y = spot.y() + 4 + shift;
      for (double left : new double[] {spot.x() + 8, spot.x() - 8 - width, spot.x() - width / 2}) {
        Box box = new Box(left, y - LINE + 3, left + width, y + 3);
        if (left > LEFT && box.right() < RIGHT && box.top() > TOP - LINE && y < AXIS && free(box)) {
          taken.add(box);
          if (Math.abs(shift) > LINE + 1) {
            double end = shift < 0 ? y + 3 : y - LINE + 3;
            put("<path class=\"grid\" d=\"M%.1f %.1fV%.1f\"/>", spot.x(), spot.y(), end);
          }
          write(spot, left, y);
          return;
        }
      }
    }
  }

  private boolean free(Box box) {
    return taken.stream().noneMatch(box::meets);
  }

  private void write(Spot spot, double left, double y) {
    put(
        "<text%s x=\"%.1f\" y=\"%.1f\">%s</text>",
        spot.first().own() ? " class=\"title\"" : "",
        left,
        y,
        Html.escaped(spot.label().toString()));
  }

  private double x(double hours) {
    return LEFT + (RIGHT - LEFT) * Math.log(hours / least) / Math.log(most / least);
  }

  private double y(double percent) {
    return BOTTOM - (BOTTOM - TOP) * Math.sqrt(Math.min(percent, top) / top);
  }

  private void put(String format, Object... values) {
    svg.append(text(format, values)).append('\n');
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
