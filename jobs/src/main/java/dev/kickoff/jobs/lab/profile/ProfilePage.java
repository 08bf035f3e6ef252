package dev.kickoff.jobs.lab.profile;

import dev.kickoff.jobs.lab.profile.ScatterChart.Axis;
import dev.kickoff.jobs.lab.profile.ScatterChart.Point;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.Knee;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The page of a profile: the sentences, processor over requests, what is left over, and latency
 * over processor. One file, without anything from elsewhere.
 */
final class ProfilePage {
  private static final int STEPS = 60;
  private static final int GROUPS = 24;
  private static final double SHOWN = 0.995;
  private static final double EDGE = 5;
  private static final double ROOM = 1.06;

  private final ProfileResult result;
  private final List<LoadTestRow> rows;
  private final double mostRpm;
  private final double mostCpu;

  private ProfilePage(ProfileResult result) {
    this.result = result;
    this.rows = result.host().test().rows();
    this.mostRpm = ROOM * result.host().test().highestRpm();
    this.mostCpu =
        Math.min(100, ROOM * rows.stream().mapToDouble(LoadTestRow::cpu).max().orElseThrow());
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
    html.append(figure(cpu(), "Processor over requests", line()));
    html.append(
        figure(
            left(),
            "What the line leaves over",
            "Rows less the line, in points of processor; those further away are drawn at the edge."));
    latency().ifPresent(chart -> html.append(figure(chart, "Latency over processor", bend())));
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

  private String cpu() {
    List<Point> line = new ArrayList<>();
    List<Point> around = new ArrayList<>();
    List<Point> back = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double rpm = mostRpm * i / STEPS;
      Estimate at = result.host().cpu().line().at(rpm);
      if (at.value() <= mostCpu) {
        line.add(new Point(rpm, at.value()));
        around.add(new Point(rpm, at.high()));
        back.add(0, new Point(rpm, at.low()));
      }
    }
    around.addAll(back);
    ScatterChart chart =
        new ScatterChart(
            new Axis("requests per minute", 0, mostRpm), new Axis("processor, %", 0, mostCpu));
    chart.area(around);
    chart.dots("dot other-dot", rows.stream().map(r -> new Point(r.rpm(), r.cpu())).toList());
    chart.line("serving", line);
    result
        .host()
        .throughput()
        .rpm()
        .ifPresent(
            rpm ->
                chart.line(
                    "cutoff", List.of(new Point(rpm.value(), 0), new Point(rpm.value(), mostCpu))));
    return chart.svg("processor over requests per minute");
  }

  private String left() {
    List<Point> left =
        rows.stream()
            .filter(row -> row.rpm() < result.host().cpu().saturatedFrom())
            .map(r -> new Point(r.rpm(), r.cpu() - result.host().cpu().line().at(r.rpm()).value()))
            .toList();
    double most = Math.max(0.5, EDGE * result.host().cpu().line().deviation());
    ScatterChart chart =
        new ScatterChart(
            new Axis("requests per minute", 0, mostRpm),
            new Axis("points of processor", -most, most));
    chart.dots("dot other-dot", left);
    chart.line("ideal", List.of(new Point(0, 0), new Point(mostRpm, 0)));
    return chart.svg("what the line leaves over");
  }

  private Optional<String> latency() {
    List<Point> timed =
        rows.stream()
            .filter(row -> row.latencyMs().isPresent())
            .map(row -> new Point(row.cpu(), row.latencyMs().getAsDouble()))
            .sorted(Comparator.comparingDouble(Point::x))
            .toList();
    if (timed.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = timed.stream().mapToDouble(Point::y).sorted().toArray();
    double most = ROOM * sorted[(int) (SHOWN * (sorted.length - 1))];
    ScatterChart chart =
        new ScatterChart(
            new Axis("processor, %", 0, mostCpu), new Axis("p95 latency, ms", 0, most));
    Optional<Knee> knee = result.host().knee();
    knee.ifPresent(k -> chart.upright("event", k.cpu().low(), k.cpu().high()));
    chart.dots("dot other-dot", timed);
    chart.line("serving", medians(timed));
    knee.ifPresent(
        k ->
            chart.line(
                "cutoff",
                List.of(new Point(k.cpu().value(), 0), new Point(k.cpu().value(), most))));
    return Optional.of(chart.svg("p95 latency over processor"));
  }

  private static List<Point> medians(List<Point> sorted) {
    int groups = Math.min(GROUPS, Math.max(1, sorted.size() / 3));
    List<Point> medians = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      List<Point> group =
          sorted.subList(
              (int) ((long) g * sorted.size() / groups),
              (int) ((long) (g + 1) * sorted.size() / groups));
      double[] ys = group.stream().mapToDouble(Point::y).sorted().toArray();
      double x = group.stream().mapToDouble(Point::x).average().orElseThrow();
      medians.add(new Point(x, Arrays.stream(ys).skip(ys.length / 2).findFirst().orElseThrow()));
    }
    return medians;
  }
}
