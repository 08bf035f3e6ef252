package dev.kickoff.jobs.offline.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart as a file of its own, with a title, a legend and its own background, light or dark as the
 * reader's system is: to be shown by a document that is not one of our pages.
 */
public final class SvgFile {
  private static final int WIDTH = 960;
  private static final int HEAD = 46;
  private static final double LETTER = 5.7;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

  private SvgFile() {}

  /**
   * An entry of the legend.
   *
   * @param kind the class of the drawing, such as {@code band}
   */
  public record Key(String kind, String words) {}

  /**
   * The text of the file.
   *
   * @param chart an {@code <svg>} element as the charts of this package give it
   */
  public static String of(String chart, String title, List<Key> legend) {
    Matcher size = SIZE.matcher(chart);
    if (!size.find()) {
      throw new IllegalArgumentException("a chart without a viewBox");
    }
    int height = Integer.parseInt(size.group(2));
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\">\n<title>%s</title>\n<style>\n",
            WIDTH,
            height + HEAD,
            WIDTH,
            height + HEAD,
            Html.escaped(title)));
    svg.append(Html.COLOURS).append(Html.DRAWINGS);
    svg.append("svg{font-family:system-ui,sans-serif}.paper{fill:var(--panel)}\n</style>\n");
    svg.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    svg.append("<text class=\"title\" x=\"12\" y=\"18\">").append(Html.escaped(title));
    svg.append("</text>\n");
    legend(svg, legend);
    svg.append(
        chart.replaceFirst(
            "<svg ",
            String.format(
                Locale.ROOT, "<svg y=\"%d\" width=\"%d\" height=\"%d\" ", HEAD, WIDTH, height)));
    return svg.append("\n</svg>\n").toString();
  }

  private static void legend(StringBuilder svg, List<Key> legend) {
    double x = 12;
    for (Key key : legend) {
      boolean area = List.of("band", "event").contains(key.kind());
      boolean dot = key.kind().startsWith("dot");
      String mark =
          area
              ? "<rect class=\"%s\" x=\"%.1f\" y=\"28\" width=\"18\" height=\"10\"/>\n"
              : dot
                  ? "<g transform=\"translate(%2$.1f 0)\">"
                      + "<circle class=\"%1$s\" cx=\"9\" cy=\"33\" r=\"3.4\"/></g>\n"
                  : "<path class=\"%s\" d=\"M%.1f 33h18\"/>\n";
      svg.append(String.format(Locale.ROOT, mark, key.kind(), x));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"37\">%s</text>\n",
              x + 24,
              Html.escaped(key.words())));
      x += 24 + LETTER * key.words().length() + 16;
    }
  }
}
