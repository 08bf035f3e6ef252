package dev.kickoff.jobs.lab.profile;

import dev.kickoff.jobs.lab.profile.ScatterChart.Axis;
import dev.kickoff.jobs.lab.profile.ScatterChart.Point;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.Knee;
import dev.kickoff.model.lab.profile.LoadTestRow;
import dev.kickoff.model.lab.profile.MeasuredHost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The charts of a profile, each as SVG. */
final class ProfileCharts {
  private static final int STEPS = 60;
  private static final int GROUPS = 24;
  private static final double SHOWN = 0.995;
  private static final double EDGE = 5;
  private static final double ROOM = 1.06;

  private final MeasuredHost host;
  private final List<LoadTestRow> rows;
  private final double mostRpm;
  private final double mostCpu;

  ProfileCharts(MeasuredHost host) {
    this.host = host;
    this.rows = host.test().rows();
    this.mostRpm = ROOM * host.test().highestRpm();
    this.mostCpu =
        Math.min(100, ROOM * rows.stream().mapToDouble(LoadTestRow::cpu).max().orElseThrow());
  }

  /** Processor over requests, with the line and what the host carries. */
  String cpu() {
    List<Point> line = new ArrayList<>();
    List<Point> around = new ArrayList<>();
    List<Point> back = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double rpm = mostRpm * i / STEPS;
      Estimate at = host.cpu().line().at(rpm);
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
    host.throughput()
        .rpm()
        .ifPresent(
            rpm ->
                chart.line(
                    "cutoff", List.of(new Point(rpm.value(), 0), new Point(rpm.value(), mostCpu))));
    return chart.svg("processor over requests per minute");
  }

  /** What the line leaves over. */
  String left() {
    List<Point> left =
        rows.stream()
            .filter(row -> row.rpm() < host.cpu().saturatedFrom())
            .map(r -> new Point(r.rpm(), r.cpu() - host.cpu().line().at(r.rpm()).value()))
            .toList();
    double most = Math.max(0.5, EDGE * host.cpu().line().deviation());
    ScatterChart chart =
        new ScatterChart(
            new Axis("requests per minute", 0, mostRpm),
            new Axis("points of processor", -most, most));
    chart.dots("dot other-dot", left);
    chart.line("ideal", List.of(new Point(0, 0), new Point(mostRpm, 0)));
    return chart.svg("what the line leaves over");
  }

  /** Latency over processor, with the knee; empty where no latency is known. */
  Optional<String> latency() {
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
    Optional<Knee> knee = host.knee();
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
