package dev.kickoff.jobs.lab.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.lab.Sparkline;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabTrace;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Policies played on one load: as a table, as JSON, as CSV of every step, and as a page. */
public final class SimulateReport {
  private static final double PLACES = 1e6;
  private static final int NAME = 12;

  private final LabSettings settings;
  private final List<SimulatedPolicy> policies;

  public SimulateReport(LabSettings settings, List<SimulatedPolicy> policies) {
    this.settings = settings;
    this.policies = List.copyOf(policies);
  }

  /** For a terminal; with bars where {@code charset} has them. */
  public String text(Charset charset) {
    int width = policies.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    String columns = "%-" + Math.max(NAME, width) + "s %9s %10s %11s %10s %6s %13s %9s%n";
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                columns,
                "policy",
                "max CPU %",
                "mean CPU %",
                "min > knee",
                "p95 ms",
                "hosts",
                "host-minutes",
                "cost"));
    for (SimulatedPolicy policy : policies) {
      List<Object> cells = new ArrayList<>(cells(policy));
      cells.add(0, policy.name());
      text.append(String.format(Locale.ROOT, columns, cells.toArray()));
    }
    for (SimulatedPolicy policy : policies) {
      double[] hosts = Arrays.stream(policy.trace().inService()).asDoubleStream().toArray();
      text.append(bars(policy.name() + "\n  CPU    ", policy.trace().cpu(), charset));
      text.append(bars("  hosts  ", hosts, charset));
    }
    return text.append('\n').toString();
  }

  private static String bars(String name, double[] values, Charset charset) {
    return Sparkline.of(values, charset).map(line -> "\n" + name + line).orElse("");
  }

  private static List<String> cells(SimulatedPolicy policy) {
    LabResult result = policy.result();
    return List.of(
        number(result.maxCpu(), 2),
        number(result.meanCpu(), 2),
        number(result.overKneeMinutes(), 1),
        number(result.maxP95Millis(), 1),
        String.valueOf(result.mostHosts()),
        number(result.hostMinutes(), 0),
        number(policy.cost(), 2));
  }

  private static String number(double value, int places) {
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /** The figures, on one line. */
  public String json() {
    List<Map<String, Object>> rows = policies.stream().map(SimulateReport::row).toList();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("policies", rows);
    try {
      return new ObjectMapper().writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can be written", e);
    }
  }

  private static Map<String, Object> row(SimulatedPolicy policy) {
    LabResult result = policy.result();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("policy", policy.name());
    row.put("max_cpu", rounded(result.maxCpu()));
    row.put("mean_cpu", rounded(result.meanCpu()));
    row.put("over_knee_minutes", rounded(result.overKneeMinutes()));
    row.put("max_p95_ms", rounded(result.maxP95Millis()));
    row.put("max_hosts", result.mostHosts());
    row.put("host_minutes", rounded(result.hostMinutes()));
    row.put("paid_host_minutes", rounded(result.paidHostMinutes()));
    row.put("cost", rounded(policy.cost()));
    return row;
  }

  private static double rounded(double value) {
    return Math.rint(value * PLACES) / PLACES;
  }

  /** Every step of the first policy; its first columns are a shape that other commands read. */
  public String csv() {
    StringBuilder csv = new StringBuilder("seconds,rpm,cpu,desired,in_service,p95_ms\n");
    LabTrace trace = policies.get(0).trace();
    for (int i = 0; i < trace.rpm().length; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%.4f,%d,%d,%.3f%n",
              (long) i * trace.stepSeconds(),
              plain(trace.rpm()[i]),
              trace.cpu()[i],
              trace.desired()[i],
              trace.inService()[i],
              trace.p95Millis()[i]));
    }
    return csv.toString();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : Double.toString(value);
  }

  /** A page of its own. */
  public String html() {
    StringBuilder body = new StringBuilder("<h1>Simulation</h1>\n");
    HtmlTable table =
        new HtmlTable(
            1,
            List.of(
                "policy",
                "max CPU %",
                "mean CPU %",
                "minutes above the knee",
                "p95 ms at most",
                "hosts at most",
                "host-minutes",
                "cost"));
    for (SimulatedPolicy policy : policies) {
      List<String> row = new ArrayList<>(cells(policy));
      row.add(0, policy.name());
      table.row(row);
    }
    body.append(table.html());
    for (SimulatedPolicy policy : policies) {
      body.append("<h2>").append(Html.escaped(policy.name())).append("</h2>\n<figure>");
      body.append(RunChart.svg(policy, settings.group().host().kneeCpu()));
      body.append("\n<figcaption>Above: mean processor share in percent, the knee dashed. Below:");
      body.append(" hosts in service and, grey, the load in thousand requests per minute.");
      body.append("</figcaption></figure>\n");
    }
    return Html.page("Kickoff simulation", body.toString());
  }
}
