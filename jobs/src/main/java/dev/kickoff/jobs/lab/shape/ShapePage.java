package dev.kickoff.jobs.lab.shape;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import dev.kickoff.model.lab.shape.past.EventLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of a load: its figures, a chart, and where it comes from. One file, ready to print. */
public final class ShapePage {
  private static final int MOST_LINES = 24;
  private static final String CAUTION =
      """
      <p class="note">Each quantile is taken minute by minute: no one evening is at its 0.95 all \
      the time. Hosts that carry the line have carried, in every minute, all but the share of \
      evenings above it. The forecast sees only what was known when it was made.</p>
      """;

  private final StringBuilder html = new StringBuilder();
  private final Shape shape;

  private ShapePage(Shape shape) {
    this.shape = shape;
  }

  /** The whole document. */
  public static String html(Shape shape) {
    return Html.page("Kickoff, load shape", new ShapePage(shape).body());
  }

  private String body() {
    html.append("<h1>Load shape</h1>\n<p>").append(Html.escaped(shape.source())).append("</p>\n");
    html.append("<p class=\"verdict\">").append(Html.escaped(verdict())).append("</p>\n");
    shape.notes().forEach(note -> html.append(note(note)));
    chart();
    shape.event().ifPresent(this::event);
    apis();
    lines();
    return html.toString();
  }

  private String verdict() {
    ShapeFigures figures = ShapeFigures.of(shape.whole());
    String climb =
        figures.climbRpm() > 0
            ? "; it climbs fastest at %s, by %s within a minute"
                .formatted(Words.time(figures.climbAtSecond()), Words.rate(figures.climbRpm()))
            : "; it never climbs";
    return "%s requests in %s: %s a minute at most, first at %s, and %s on average%s."
        .formatted(
            Words.rate(figures.requests()),
            Words.time(shape.whole().span().toSeconds()),
            Words.rate(figures.peakRpm()),
            Words.time(figures.peakAtSecond()),
            Words.rate(figures.meanRpm()),
            climb);
  }

  private static String note(String note) {
    return "<p class=\"note\">" + Html.escaped(note) + "</p>\n";
  }

  private void chart() {
    Optional<List<LoadCurve>> band =
        shape
            .event()
            .map(Shape.Drawn::load)
            .map(
                load -> List.of(load.curve(0.5, load.natural()), load.curve(0.99, load.natural())));
    List<LoadChart.Mark> marks = new ArrayList<>();
    shape
        .event()
        .map(drawn -> drawn.load().place())
        .ifPresent(
            (EventPlace place) -> {
              marks.add(new LoadChart.Mark(place.kickoffAt(), "kick-off"));
              marks.add(new LoadChart.Mark(place.endsAt(), "planned end"));
            });
    html.append("<figure>").append(LoadChart.svg(shape, band, marks)).append("<figcaption>");
    html.append("Requests per minute over time from the beginning.");
    shape
        .event()
        .ifPresent(
            drawn ->
                html.append(" The line is the quantile ")
                    .append(drawn.quantile())
                    .append(", the band reaches from the median to 0.99."));
    int colour = 0;
    for (String api : shape.apis().keySet()) {
      html.append(" <span class=\"key\" style=\"background:").append(LoadChart.colour(colour++));
      html.append("\"></span>").append(Html.escaped(api));
    }
    html.append("</figcaption></figure>\n");
  }

  private void event(Shape.Drawn drawn) {
    EventLoad load = drawn.load();
    html.append("<h2>Where it comes from</h2>\n").append(CAUTION);
    HtmlTable peaks = new HtmlTable(1, List.of("quantile", "highest requests a minute"));
    for (double level : Quantiles.levels()) {
      String peak = Words.rate(load.curve(level, load.natural()).peak());
      if (level == drawn.quantile()) {
        peaks.own(List.of(Double.toString(level), peak));
      } else {
        peaks.row(List.of(Double.toString(level), peak));
      }
    }
    html.append(peaks.html());
    load.outlook().ifPresent(outlook -> html.append(note(outlook.basis())));
    List<EventOutlook.Neighbour> neighbours =
        load.outlook().map(EventOutlook::neighbours).orElse(List.of());
    if (neighbours.isEmpty()) {
      html.append(note("No past event is known that it resembles."));
      return;
    }
    HtmlTable table = new HtmlTable(2, List.of("past event", "in common", "started at", "weight"));
    for (EventOutlook.Neighbour each : neighbours) {
      table.row(
          List.of(
              each.title(),
              String.join(", ", each.alike()),
              each.startedAt().toString(),
              Numbers.fixed(each.weight(), 2)));
    }
    html.append(table.html());
  }

  private void apis() {
    if (shape.apis().isEmpty()) {
      return;
    }
    html.append("<h2>By API</h2>\n");
    HtmlTable table =
        new HtmlTable(1, List.of("API", "highest a minute", "at", "requests", "share of all"));
    double all = ShapeFigures.of(shape.whole()).requests();
    for (Map.Entry<String, LoadCurve> api : shape.apis().entrySet()) {
      ShapeFigures figures = ShapeFigures.of(api.getValue());
      table.row(
          List.of(
              api.getKey(),
              Words.rate(figures.peakRpm()),
              Words.time(figures.peakAtSecond()),
              Words.rate(figures.requests()),
              all == 0 ? "" : Numbers.fixed(100 * figures.requests() / all, 1) + " %"));
    }
    html.append(table.html());
  }

  /** The load in straight lines, where they are few enough to be read. */
  private void lines() {
    List<Segments.Point> points = Segments.within(shape.whole(), Segments.FINEST).points();
    if (points.size() > MOST_LINES + 1 || points.size() < 2) {
      return;
    }
    html.append("<h2>In straight lines</h2>\n");
    HtmlTable table =
        new HtmlTable(0, List.of("from", "to", "requests a minute", "", "change a minute"));
    for (int i = 1; i < points.size(); i++) {
      Segments.Point from = points.get(i - 1);
      Segments.Point to = points.get(i);
      double minutes = (to.second() - from.second()) / 60.0;
      table.row(
          List.of(
              Words.time(from.second()),
              Words.time(to.second()),
              Words.rate(from.rpm()),
              Words.rate(to.rpm()),
              Words.rate((to.rpm() - from.rpm()) / minutes)));
    }
    html.append(table.html());
  }
}
