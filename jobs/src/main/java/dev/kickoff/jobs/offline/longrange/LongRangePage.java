package dev.kickoff.jobs.offline.longrange;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.PeakChart;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.longrange.DayPeak;
import dev.kickoff.model.forecast.longrange.EventPeak;
import dev.kickoff.model.forecast.longrange.LeadNote;
import dev.kickoff.model.forecast.longrange.LongRangeOutlook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page of a look at the weeks ahead: a chart of the days, what to order for by week, the
 * events, and how far it can be trusted. One file, without anything from elsewhere.
 */
public final class LongRangePage {
  private static final String CAUTION =
      """
      <p class="note">The quantiles come from how far the highest demand of days came out from \
      forecasts that were issued as many weeks before, within history and knowing only what was \
      known then. Uncertainty grows with the lead and never shrinks; a week that history is too \
      short to rehearse has that of the last that was, widened. No growth that has not begun, and \
      no event that the calendar does not hold, is in these numbers.</p>
      """;

  private final Instant at;
  private final ZoneId zone;
  private final Map<Service, DemandSeries> demand;

  /**
   * @param demand drawn before the days ahead
   */
  public LongRangePage(Instant at, ZoneId zone, Map<Service, DemandSeries> demand) {
    this.at = at;
    this.zone = zone;
    this.demand = Map.copyOf(demand);
  }

  String html(List<LongRangeOutlook> outlooks) {
    StringBuilder html = new StringBuilder("<h1>Weeks ahead</h1>\n<p>");
    html.append("Seen from ").append(at).append("; days of ");
    html.append(Html.escaped(zone.getId())).append(".</p>\n").append(CAUTION);
    outlooks.forEach(outlook -> service(html, outlook));
    return Html.page("Kickoff, weeks ahead", html.toString());
  }

  private void service(StringBuilder html, LongRangeOutlook outlook) {
    html.append("<h2>").append(Html.escaped(outlook.service().name())).append("</h2>\n<figure>");
    DemandSeries past = demand.get(outlook.service());
    if (past != null) {
      html.append(PeakChart.svg(past, outlook.days(), zone));
    }
    html.append("<figcaption>The highest ").append(Numbers.length(outlook.step()));
    html.append(" of each day, by ").append(Html.escaped(outlook.method()));
    html.append("<span class=\"key came\"></span>what came<span class=\"key serving\"></span>p50");
    html.append("<span class=\"key band\"></span>to p95; the thin line is p99");
    html.append("</figcaption></figure>\n").append(weeks(outlook)).append(events(outlook));
    html.append("<details><summary>Every day</summary>\n").append(days(outlook));
    html.append("</details>\n");
  }

  private static String weeks(LongRangeOutlook outlook) {
    HtmlTable table =
        new HtmlTable(
            2, columns("weeks ahead", "highest day", "p95 over p50", "rehearsed from", "on days"));
    for (LeadNote lead : outlook.leads()) {
      DayPeak highest =
          outlook.days().stream()
              .filter(day -> day.week() == lead.week())
              .max(Comparator.comparing(day -> day.peak().p95()))
              .orElseThrow();
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(lead.week()));
      cells.add(highest.day().toString());
      quantiles(cells, highest.peak());
      cells.add(Numbers.fixed(lead.p95Factor(), 2));
      cells.add(lead.isRehearsed() ? origins(lead.origins()) : "history too short, widened");
      cells.add(String.valueOf(lead.days()));
      table.row(cells);
    }
    return table.html();
  }

  private String events(LongRangeOutlook outlook) {
    if (outlook.events().isEmpty()) {
      return "<p class=\"note\">The calendar holds no event in these weeks.</p>\n";
    }
    HtmlTable table = new HtmlTable(2, columns("event", "start", "past events", "resembles"));
    for (EventPeak event : outlook.events()) {
      List<String> cells = new ArrayList<>();
      cells.add(event.event().title());
      cells.add(Numbers.local(event.event().start(), zone));
      quantiles(cells, event.peak());
      cells.add(String.valueOf(event.rehearsed()));
      cells.add(event.outlook().map(LongRangePage::neighbours).orElse("–"));
      table.row(cells);
    }
    return table.html();
  }

  private static String neighbours(EventOutlook outlook) {
    return outlook.neighbours().stream()
        .map(n -> n.title() + " " + Numbers.fixed(n.weight(), 2))
        .collect(Collectors.joining(", "));
  }

  private static String days(LongRangeOutlook outlook) {
    HtmlTable table = new HtmlTable(2, columns("day", "week"));
    for (DayPeak day : outlook.days()) {
      List<String> cells = new ArrayList<>(List.of(day.day().toString(), day.week() + ""));
      quantiles(cells, day.peak());
      table.row(cells);
    }
    return table.html();
  }

  /** The first two columns, the quantiles, and the rest. */
  private static List<String> columns(String first, String second, String... rest) {
    List<String> columns = new ArrayList<>(List.of(first, second, "p50", "p90", "p95", "p99"));
    columns.addAll(List.of(rest));
    return columns;
  }

  private static void quantiles(List<String> cells, Quantiles quantiles) {
    for (double value : quantiles.values()) {
      cells.add(Numbers.brief(value));
    }
  }

  private static String origins(int count) {
    return count == 1 ? "1 origin" : count + " origins";
  }
}
