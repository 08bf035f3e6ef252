package dev.kickoff.jobs.offline;

import dev.kickoff.jobs.offline.page.FrontierChart;
import dev.kickoff.jobs.offline.page.HostChart;
import dev.kickoff.jobs.offline.page.HostTrack;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.simulation.ReplayInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The page that a person reads after a replay: a verdict, the scores in a table, the policies on
 * their frontier, and a chart a policy; all of that for each boot time. One file, without anything
 * from elsewhere; equal rows give equal bytes.
 */
final class ReplayPage {
  private final List<BootRun> runs;
  private final StringBuilder body = new StringBuilder("<h1>Replay</h1>\n");

  ReplayPage(List<BootRun> runs) {
    this.runs = runs;
  }

  /** The whole document. */
  String html() {
    boolean several = runs.size() > 1;
    note(setting(runs.get(0).input(), several));
    if (several) {
      body.append(ReplayTables.overview(runs));
    }
    for (BootRun run : runs) {
      if (several) {
        put("<h2>Boot of %d minutes</h2>\n", run.bootMinutes());
      }
      body.append("<p class=\"verdict\">").append(Html.escaped(ReplayVerdict.of(run.scores())));
      body.append("</p>\n");
      run.scorecard().map(ReplayVerdict::of).ifPresent(this::note);
      body.append(ReplayTables.scores(run.scores()));
      frontier(run);
      body.append(several ? "<details><summary>Hosts by policy</summary>\n" : "");
      hosts(run, several ? "h3" : "h2");
      body.append(several ? "</details>\n" : "");
    }
    return Html.page("Kickoff replay", body.toString());
  }

  private void note(String text) {
    body.append("<p class=\"note\">").append(Html.escaped(text)).append("</p>\n");
  }

  private static String setting(ReplayInput input, boolean several) {
    GroupSettings group = input.group();
    String boot = ForecastRows.number(group.leadTime().p50().toSeconds() / 60.0);
    return String.format(
        Locale.ROOT,
        "Group %s of service %s, from %s to %s, all times UTC. A host carries %s requests per"
            + " minute and is in service %s after it was asked for; %d to %d hosts.",
        group.group(),
        group.service(),
        input.from(),
        input.until(),
        ForecastRows.number(group.profile().requestsPerMinute()),
        several ? "a boot time" : boot + " minutes",
        group.bounds().min(),
        group.bounds().max());
  }

  private void frontier(BootRun run) {
    List<FrontierChart.Point> points = new ArrayList<>();
    run.scores()
        .forEach(
            (policy, scores) ->
                points.add(
                    new FrontierChart.Point(
                        policy,
                        scores.overall().hostHours(),
                        100 * scores.overall().underShare(),
                        policy.startsWith("kickoff"),
                        policy.contains(":0") ? policy.substring(0, policy.indexOf(':')) : "")));
    points.removeIf(point -> point.hostHours() <= 0);
    if (points.size() > 1) {
      body.append("<figure>").append(FrontierChart.svg(title(run), points));
      body.append("\n<figcaption>Under-provisioned minutes against host-hours, booting hosts");
      body.append(" counted; lower and further left is better. Kickoff's are the large dots;");
      body.append(" a line joins one policy at several targets.</figcaption></figure>\n");
    }
  }

  private static String title(BootRun run) {
    return "under-provisioned minutes against host-hours, boot of "
        + run.bootMinutes()
        + " minutes";
  }

  private void hosts(BootRun run, String heading) {
    ReplayInput input = run.input();
    int top = run.tracks().values().stream().mapToInt(HostTrack::top).reduce(1, Math::max);
    HostChart.Frame frame =
        new HostChart.Frame(
            input.from(),
            input.until(),
            top,
            input.calendar().overlapping(input.from(), input.until()));
    run.tracks()
        .forEach(
            (policy, track) -> {
              put("<%s>%s</%s>\n<figure>", heading, Html.escaped(policy), heading);
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

  private void put(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values));
  }
}
