package dev.kickoff.jobs.offline;

import dev.kickoff.jobs.offline.page.HostChart;
import dev.kickoff.jobs.offline.page.HostTrack;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.TimelineRow;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The page that a person reads after a replay: a verdict, the scores in a table, and a chart a
 * policy. One file, without anything from elsewhere; equal rows give equal bytes.
 *
 * <p>Of the rows it keeps the points of its charts only, however long the span is.
 */
final class ReplayPage {
  private final ReplayInput input;
  private final Map<String, HostTrack> tracks = new LinkedHashMap<>();

  ReplayPage(ReplayInput input) {
    this.input = input;
  }

  /** Adds one row; those of a policy come in order. */
  void add(TimelineRow row) {
    tracks
        .computeIfAbsent(row.policy(), policy -> new HostTrack(input.from(), input.until()))
        .add(row.at(), row.hosts().required(), row.hosts().inService());
  }

  /** The page with the scores of {@code report}. */
  String html(ReplayReport report) {
    StringBuilder body = new StringBuilder("<h1>Replay</h1>\n");
    body.append("<p class=\"note\">").append(Html.escaped(setting())).append("</p>\n");
    body.append("<p class=\"verdict\">");
    body.append(Html.escaped(ReplayVerdict.of(report.scores()))).append("</p>\n");
    table(body, report);
    charts(body);
    return Html.page("Kickoff replay", body.toString());
  }

  private String setting() {
    GroupSettings group = input.group();
    return String.format(
        Locale.ROOT,
        "Group %s of service %s, from %s to %s, all times UTC. A host carries %s requests per"
            + " minute and is in service %s minutes after it was asked for; %d to %d hosts.",
        group.group(),
        group.service(),
        input.from(),
        input.until(),
        ForecastRows.number(group.profile().requestsPerMinute()),
        ForecastRows.number(group.leadTime().p50().toSeconds() / 60.0),
        group.bounds().min(),
        group.bounds().max());
  }

  private static void table(StringBuilder body, ReplayReport report) {
    String columns =
        "<th class=\"apart\">under %</th><th>unmet %</th><th>hosts vs oracle</th>"
            + "<th>host-hours</th><th>cost</th>";
    body.append("<div class=\"wide\"><table><thead>\n<tr><th></th>");
    body.append("<th class=\"apart name\" colspan=\"5\" scope=\"colgroup\">overall</th>");
    body.append(
        "<th class=\"apart name\" colspan=\"5\" scope=\"colgroup\">around events</th></tr>\n");
    body.append("<tr><th class=\"name\">policy</th>").append(columns).append(columns);
    body.append("</tr></thead><tbody>\n");
    report
        .scores()
        .forEach(
            (policy, scores) -> {
              body.append("<tr><td class=\"name\">").append(Html.escaped(policy)).append("</td>");
              cells(body, scores.overall());
              cells(body, scores.aroundEvents());
              body.append("</tr>\n");
            });
    body.append("</tbody></table></div>\n<p class=\"note\">under: share of the minutes with fewer");
    body.append(" hosts in service than required; unmet: share of the demand above what those");
    body.append(" in service carry; hosts vs oracle: hosts in service for each one required;");
    body.append(" cost: hosts by the hour, booting ones too, and short minutes, at the fleet's");
    body.append(" prices. Around events: from 30 minutes before a start to 150 after.</p>\n");
  }

  private static void cells(StringBuilder body, PolicyScore score) {
    boolean known = score.minutes() > 0;
    body.append("<td class=\"apart\">").append(known ? number(100 * score.underShare(), 2) : "–");
    body.append("</td><td>").append(known ? number(100 * score.unmetShare(), 2) : "–");
    body.append("</td><td>").append(known ? number(score.hostsVsOracle(), 3) : "–");
    body.append("</td><td>").append(number(score.hostHours(), 1));
    body.append("</td><td>").append(number(score.cost(), 2)).append("</td>");
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private void charts(StringBuilder body) {
    int top = tracks.values().stream().mapToInt(HostTrack::top).reduce(1, Math::max);
    HostChart.Frame frame =
        new HostChart.Frame(
            input.from(),
            input.until(),
            top,
            input.calendar().overlapping(input.from(), input.until()));
    tracks.forEach(
        (policy, track) -> {
          body.append("<h2>").append(Html.escaped(policy)).append("</h2>\n<figure>");
          body.append(HostChart.svg(frame, policy, track)).append("\n<figcaption>");
          body.append(caption(track)).append("</figcaption></figure>\n");
        });
  }

  private static String caption(HostTrack track) {
    long minutes = track.step().toMinutes();
    String each =
        minutes == 1
            ? ""
            : " Each point stands for "
                + minutes
                + " minutes: the most"
                + " required and the fewest there, so the two can cross without a shortage.";
    return "Hosts"
        + key("need", "required")
        + key("serving", "in service")
        + key("short", String.format(Locale.ROOT, "short (%,d minutes)", track.shortMinutes()))
        + key("event", "event")
        + "."
        + each;
  }

  private static String key(String kind, String text) {
    return "<span class=\"key " + kind + "\"></span>" + text;
  }
}
