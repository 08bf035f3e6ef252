package dev.kickoff.jobs.offline.page;

import dev.kickoff.model.calendar.Event;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Events as bars over a chart's height, with their titles in the lanes above it; the bar of a whole
 * day reaches over the lanes only. A title without room is left to the bar's tooltip.
 */
final class EventBars {
  private static final int MOST_BARS = 300;
  private static final int MOST_LETTERS = 28;
  private static final int RIGHT = 956;
  private static final double LETTER = 6;
  private static final int LANE = 14;

  private final ToDoubleFunction<Instant> x;
  private final int top;
  private final int bottom;
  private final double[] taken;

  /** Bars from {@code top} to {@code bottom}, where {@code x} says how far right a time is. */
  EventBars(ToDoubleFunction<Instant> x, int top, int bottom) {
    this.x = x;
    this.top = top;
    this.bottom = bottom;
    this.taken = new double[top / LANE];
  }

  void draw(List<Event> events, StringBuilder svg) {
    Arrays.fill(taken, 0);
    events.stream().limit(MOST_BARS).forEach(event -> draw(event, svg));
  }

  private void draw(Event event, StringBuilder svg) {
    double left = x.applyAsDouble(event.start());
    double width = Math.max(1.5, x.applyAsDouble(event.end()) - left);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"event\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\">"
                + "<title>%s, %s</title></rect>\n",
            left,
            event.isAllDay() ? top - 4 : top,
            width,
            event.isAllDay() ? 4 : bottom - top,
            Html.escaped(event.title()),
            event.start()));
    label(event.title(), left, svg);
  }

  private void label(String title, double left, StringBuilder svg) {
    String text =
        title.length() > MOST_LETTERS ? title.substring(0, MOST_LETTERS - 1) + "…" : title;
    double start = Math.min(left, RIGHT - LETTER * text.length());
    for (int lane = 0; lane < taken.length; lane++) {
      if (taken[lane] <= start) {
        taken[lane] = start + LETTER * (text.length() + 1);
        svg.append(
            String.format(
                Locale.ROOT,
                "<text class=\"title\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                start,
                top - 7 - LANE * lane,
                Html.escaped(text)));
        return;
      }
    }
  }
}
