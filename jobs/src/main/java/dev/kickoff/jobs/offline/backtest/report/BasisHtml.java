package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastBasis;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a forecast rests on, as HTML; nothing where it does not say. */
final class BasisHtml {
  private BasisHtml() {}

  /** Which method was chosen for each range of horizons, with the losses of all. */
  static String choices(DemandForecast forecast) {
    List<BucketChoice> choices =
        forecast.method().basis().map(ForecastBasis::choices).orElse(List.of());
    if (choices.isEmpty()) {
      return "";
    }
    HtmlTable table = new HtmlTable(4, List.of("ahead", "chosen", "because", "rehearsed losses"));
    for (BucketChoice choice : choices) {
      String losses =
          choice.losses().stream()
              .map(loss -> loss.method() + " " + Numbers.fixed(loss.loss(), 4))
              .collect(Collectors.joining(", "));
      table.row(
          List.of(
              Numbers.length(Duration.ofMinutes(choice.fromMinutes()))
                  + " to "
                  + Numbers.length(Duration.ofMinutes(choice.untilMinutes())),
              choice.method(),
              choice.reason(),
              losses));
    }
    return "<h2>How methods were chosen</h2>\n<p class=\"note\">By the forecast issued at "
        + forecast.issuedAt()
        + ".</p>\n"
        + table.html();
  }

  /** The past events that the forecast of one event leans on. */
  static String neighbours(DemandForecast forecast, String uid) {
    return forecast.method().basis().map(ForecastBasis::events).orElse(List.of()).stream()
        .filter(outlook -> outlook.uid().equals(uid))
        .map(BasisHtml::neighbours)
        .collect(Collectors.joining());
  }

  private static String neighbours(EventOutlook outlook) {
    String basis = "<p class=\"note\">" + Html.escaped(outlook.basis()) + "</p>\n";
    if (outlook.neighbours().isEmpty()) {
      return basis;
    }
    HtmlTable table = new HtmlTable(3, List.of("resembles", "of", "alike in", "weight"));
    for (EventOutlook.Neighbour neighbour : outlook.neighbours()) {
      table.row(
          List.of(
              neighbour.title(),
              neighbour.startedAt().toString(),
              String.join(", ", neighbour.alike()),
              Numbers.fixed(neighbour.weight(), 2)));
    }
    return basis + table.html();
  }
}
