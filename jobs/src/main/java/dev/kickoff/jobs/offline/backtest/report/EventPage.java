package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.backtest.EventLook;
import dev.kickoff.jobs.offline.backtest.EventLooks;
import dev.kickoff.jobs.offline.page.ForecastChart;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The page of one event: what was forecast for it at several leads, and what came. */
final class EventPage {
  private static final Duration SHOWN_BEFORE_START = Duration.ofHours(2);

  private final Backtest.Trace trace;
  private final DemandSeries truth;
  private final Event event;
  private final ZoneId zone;
  private final List<Said> said = new ArrayList<>();

  /** A forecast of one lead. */
  private record Said(EventLook look, DemandForecast forecast) {
    /** The highest of a quantile while the event's page reaches; empty without steps. */
    OptionalDouble peak(Instant until, ToDoubleFunction<ForecastStep> quantile) {
      Instant from = look.event().start();
      return forecast.steps().stream()
          .filter(step -> step.until().isAfter(from) && step.from().isBefore(until))
          .mapToDouble(quantile)
          .max();
    }

    String lead() {
      return "T-" + Numbers.length(look.lead());
    }
  }

  EventPage(Backtest.Trace trace, DemandSeries truth, Event event, ZoneId zone) {
    this.trace = trace;
    this.truth = truth;
    this.event = event;
    this.zone = zone;
  }

  void add(EventLook look, DemandForecast forecast) {
    said.add(new Said(look, forecast));
  }

  private Instant from() {
    return event.start().minus(SHOWN_BEFORE_START);
  }

  private Instant until() {
    return event.start().plus(EventLooks.shownAfterStart(event));
  }

  /** The highest demand from the start on; empty where none is known. */
  private OptionalDouble came() {
    OptionalDouble highest = OptionalDouble.empty();
    int first = truth.indexOf(event.start());
    for (int i = first; truth.timeAt(i).isBefore(until()); i++) {
      if (truth.isPresent(i)) {
        highest = OptionalDouble.of(Math.max(highest.orElse(0), truth.value(i)));
      }
    }
    return highest;
  }

  /** The peak's error at each lead, in a few words. */
  String verdict() {
    List<String> words = new ArrayList<>();
    said.forEach(each -> words.add(each.lead() + " " + error(each)));
    return came().isEmpty() ? "what came is not known" : String.join(", ", words);
  }

  private String error(Said each) {
    OptionalDouble peak = each.peak(until(), step -> step.mean().p50());
    OptionalDouble came = came();
    return peak.isPresent() && came.isPresent() && came.getAsDouble() > 0
        ? Numbers.change(peak.getAsDouble() / came.getAsDouble() - 1)
        : "–";
  }

  String html() {
    StringBuilder html = new StringBuilder();
    html.append("<p><a href=\"../report.html\">Backtest</a></p>\n<h1>");
    html.append(Html.escaped(event.title())).append("</h1>\n<p>");
    html.append(Html.escaped(setting())).append("</p>\n");
    html.append(table());
    for (Said each : said) {
      html.append("<h2>As of ").append(each.lead()).append("</h2>\n");
      html.append(chart(each));
      html.append(BasisHtml.neighbours(each.forecast(), event.uid()));
    }
    return Html.page(event.title() + ", Kickoff backtest", html.toString());
  }

  private String setting() {
    List<String> words = new ArrayList<>();
    words.add(event.category() + " of " + Numbers.local(event.start(), zone) + " " + zone.getId());
    words.add("start " + event.start() + ", end " + event.end());
    event.attributes().forEach((key, value) -> words.add(key + " " + value));
    words.add("service " + trace.service());
    return String.join("; ", words) + ".";
  }

  private String table() {
    HtmlTable table =
        new HtmlTable(
            4,
            List.of(
                "as of",
                "issued at",
                "the calendar then said",
                "method",
                "highest p50",
                "highest p95",
                "highest that came",
                "error of p50",
                "p95 held"));
    String came = came().isPresent() ? Numbers.brief(came().getAsDouble()) : "–";
    for (Said each : said) {
      OptionalDouble p95 = each.peak(until(), step -> step.mean().p95());
      boolean known = p95.isPresent() && came().isPresent();
      boolean held = known && came().getAsDouble() <= p95.getAsDouble();
      List<String> cells =
          List.of(
              each.lead(),
              each.look().at().toString(),
              calendarSaid(each.look().at()),
              each.forecast().method().method(),
              brief(each.peak(until(), step -> step.mean().p50())),
              brief(p95),
              came,
              error(each),
              known ? held ? "yes" : "no" : "–");
      if (known && !held) {
        table.lost(cells);
      } else {
        table.row(cells);
      }
    }
    return table.html()
        + "<p class=\"note\">Highest step mean from the start on; forecasts begin at the start of a"
        + " step, so up to a step earlier than their name says.</p>\n";
  }

  private static String brief(OptionalDouble value) {
    return value.isPresent() ? Numbers.brief(value.getAsDouble()) : "–";
  }

  private String calendarSaid(Instant at) {
    Optional<Event> then =
        trace.calendar().asKnownAt(at).events().stream()
            .filter(known -> known.uid().equals(event.uid()))
            .findFirst();
    if (then.isEmpty()) {
      return "nothing of it yet";
    }
    return then.get().start().equals(event.start())
        ? "this start"
        : "start at " + then.get().start();
  }

  private String chart(Said each) {
    double top = 0;
    for (Said other : said) {
      top = Math.max(top, ForecastChart.top(other.forecast(), truth, from(), until()));
    }
    List<Event> events = trace.calendar().asKnownAt(each.look().at()).overlapping(from(), until());
    ForecastChart.Frame frame = new ForecastChart.Frame(from(), until(), top, events);
    return "<figure>"
        + ForecastChart.svg(frame, each.forecast(), truth)
        + "<figcaption>Issued at "
        + each.look().at()
        + "<span class=\"key came\"></span>what came<span class=\"key serving\"></span>p50"
        + "<span class=\"key band\"></span>to p95<span class=\"key event\"></span>events as known"
        + " then; times are UTC, dashed: issued here</figcaption></figure>\n";
  }
}
