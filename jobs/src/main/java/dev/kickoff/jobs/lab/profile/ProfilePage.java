package dev.kickoff.jobs.lab.profile;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.util.List;

/**
 * The page of a profile: the sentences, processor over requests, what is left over, and latency
 * over processor. One file, without anything from elsewhere.
 */
final class ProfilePage {

  private final ProfileResult result;
  private final List<LoadTestRow> rows;

  private ProfilePage(ProfileResult result) {
    this.result = result;
    this.rows = result.host().test().rows();
  }

  static String html(ProfileResult result, String source) {
    return new ProfilePage(result).draw(source);
  }

  private String draw(String source) {
    StringBuilder html = new StringBuilder("<h1>What one host carries</h1>\n");
    html.append("<p class=\"note\">").append(Html.escaped(source)).append(", ");
    html.append(rows.size()).append(" rows from ").append(rows.get(0).at()).append(" to ");
    html.append(rows.get(rows.size() - 1).at()).append("</p>\n");
    for (String sentence : ProfileSentences.of(result)) {
      html.append("<p>").append(Html.escaped(sentence)).append("</p>\n");
    }
    html.append(table());
    ProfileCharts charts = new ProfileCharts(result.host());
    html.append(figure(charts.cpu(), "Processor over requests", line()));
    html.append(
        figure(
            charts.left(),
            "What the line leaves over",
            "Rows less the line, in points of processor; those further off are at the edge."));
    charts
        .latency()
        .ifPresent(chart -> html.append(figure(chart, "Latency over processor", bend())));
    return Html.page("Kickoff, host profile", html.toString());
  }

  private static String figure(String chart, String title, String caption) {
    return "<h2>"
        + title
        + "</h2>\n<figure>"
        + chart
        + "<figcaption>"
        + caption
        + "</figcaption></figure>\n";
  }

  private static String line() {
    return "<span class=\"key serving\"></span>the line<span class=\"key band\"></span>its 95 %"
        + " interval<span class=\"key need\"></span>rows; dashed: what a host carries";
  }

  private String bend() {
    String rows =
        "<span class=\"key serving\"></span>median<span class=\"key need\"></span>rows (p95)";
    return result.host().knee().isPresent()
        ? rows
            + "<span class=\"key event\"></span>the knee (dashed) and its 95 % interval; the"
            + " highest rows are drawn at the edge"
        : rows + "; no knee within what was measured";
  }

  private String table() {
    HtmlTable table = new HtmlTable(1, List.of("", "value", "low", "high"));
    row(table, "processor per 1,000 requests per minute, %", result.host().cpu().cpuPerKrpm());
    row(table, "processor without requests, %", result.host().cpu().idleCpu());
    result.host().knee().ifPresent(knee -> row(table, "knee, % of processor", knee.cpu()));
    result
        .host()
        .throughput()
        .rpm()
        .ifPresent(rpm -> row(table, "requests per minute that a host carries", rpm));
    result.types().forEach(type -> row(table, "weight of " + type.type(), type.weight()));
    return table.html();
  }

  private static void row(HtmlTable table, String name, Estimate estimate) {
    table.row(
        List.of(
            name,
            ProfileSentences.brief(estimate.value()),
            ProfileSentences.brief(estimate.low()),
            ProfileSentences.brief(estimate.high())));
  }
}
