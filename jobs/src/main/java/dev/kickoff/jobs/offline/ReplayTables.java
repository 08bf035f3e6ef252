package dev.kickoff.jobs.offline;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayReport.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The tables of a replay's page, as HTML. */
final class ReplayTables {
  private ReplayTables() {}

  /** A row a policy, two columns a boot time. */
  static String overview(List<BootRun> runs) {
    List<String> columns = new ArrayList<>(List.of("policy"));
    runs.forEach(run -> columns.add("under % at " + run.bootMinutes() + " min"));
    runs.forEach(run -> columns.add("hosts at " + run.bootMinutes() + " min"));
    HtmlTable table = new HtmlTable(1, columns);
    for (String policy : runs.get(0).scores().keySet()) {
      List<String> cells = new ArrayList<>(List.of(policy));
      runs.forEach(run -> cells.add(number(100 * overall(run, policy).underShare(), 2)));
      runs.forEach(run -> cells.add(number(overall(run, policy).hostsVsOracle(), 2)));
      if (policy.startsWith("kickoff")) {
        table.own(cells);
      } else {
        table.row(cells);
      }
    }
    return table.html()
        + "<p class=\"note\">under %: share of the minutes with fewer hosts than required; hosts:"
        + " for each required.</p>\n";
  }

  private static PolicyScore overall(BootRun run, String policy) {
    return Objects.requireNonNull(run.scores().get(policy)).overall();
  }

  /** A row a policy: overall and around events. */
  static String scores(Map<String, Scores> scores) {
    StringBuilder body = new StringBuilder();
    String columns =
        "<th class=\"apart\">under %</th><th>unmet %</th><th>hosts vs oracle</th>"
            + "<th>host-hours</th><th>cost</th>";
    body.append("<div class=\"wide\"><table><thead>\n<tr><th></th>");
    body.append("<th class=\"apart name\" colspan=\"5\" scope=\"colgroup\">overall</th>");
    body.append(
        "<th class=\"apart name\" colspan=\"5\" scope=\"colgroup\">around events</th></tr>\n");
    body.append("<tr><th class=\"name\">policy</th>").append(columns).append(columns);
    body.append("</tr></thead><tbody>\n");
    scores.forEach(
        (policy, score) -> {
          body.append("<tr><td class=\"name\">").append(Html.escaped(policy)).append("</td>");
          cells(body, score.overall());
          cells(body, score.aroundEvents());
          body.append("</tr>\n");
        });
    body.append("</tbody></table></div>\n<p class=\"note\">under: share of the minutes with fewer");
    body.append(" hosts in service than required; unmet: share of the demand above what those");
    body.append(" in service carry; hosts vs oracle: hosts in service for each one required;");
    body.append(" cost: hosts by the hour, booting ones too, and short minutes, at the fleet's");
    body.append(" prices. Around events: from 30 minutes before a start to 150 after.</p>\n");
    return body.toString();
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
}
