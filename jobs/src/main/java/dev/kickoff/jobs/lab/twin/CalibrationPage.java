package dev.kickoff.jobs.lab.twin;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.sim.LabTrace;
import dev.kickoff.model.lab.twin.Calibration;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The page that a person reads after a calibration: what parted plan and reality, the processor and
 * the hosts of both, the errors, and each setting with its interval. One file, without anything
 * from elsewhere; equal results give equal bytes.
 */
final class CalibrationPage {
  private static final String REAL = "came";
  private static final String BEFORE = "aside";
  private static final String AFTER = "forecast";

  private final CalibrationResult result;
  private final Calibration calibration;
  private final Reality reality;
  private final StringBuilder body = new StringBuilder("<h1>Simulation against reality</h1>\n");

  CalibrationPage(CalibrationResult result) {
    this.result = result;
    this.calibration = result.calibration();
    this.reality = calibration.reality();
  }

  /** The whole document. */
  String html() {
    note(
        String.format(
            Locale.ROOT,
            "From %s to %s, all times UTC; %d scale-outs by an alarm at %s %% CPU.",
            reality.origin(),
            reality.origin().plus(reality.span()),
            reality.launches().size(),
            Figures.plain(calibration.before().out().threshold())));
    put("<p class=\"verdict\">%s</p>\n", Html.escaped(calibration.sentence()));
    LabTrace before = calibration.simulatedBefore().trace();
    LabTrace after = calibration.simulatedAfter().trace();
    chart(
        "CPU of the group, percent",
        OptionalDouble.of(calibration.before().out().threshold()),
        List.of(
            new TwinChart.Line(BEFORE, false, rowMeans(before.cpu())),
            new TwinChart.Line(AFTER, true, rowMeans(after.cpu())),
            new TwinChart.Line(REAL, false, real())));
    chart(
        "Hosts in service",
        OptionalDouble.empty(),
        List.of(
            new TwinChart.Line(BEFORE, false, hosts(before.inService())),
            new TwinChart.Line(AFTER, true, hosts(after.inService())),
            new TwinChart.Line(REAL, false, hosts(reality.inService()))));
    body.append("<h2>Errors before and after</h2>\n");
    table(1, Figures.errorsHead(), Figures.errors(calibration));
    if (!reality.launches().isEmpty()) {
      table(0, Figures.scaleOutsHead(), Figures.scaleOuts(calibration));
    }
    body.append("<h2>Settings</h2>\n");
    settings();
    result.notes().forEach(this::note);
    return Html.page("Kickoff calibration", body.toString());
  }

  private void chart(String title, OptionalDouble threshold, List<TwinChart.Line> lines) {
    TwinChart.Frame frame = new TwinChart.Frame(title, reality.origin(), reality.span(), threshold);
    put("<h2>%s</h2>\n<figure style=\"break-inside:avoid\">\n", Html.escaped(title));
    body.append(TwinChart.svg(frame, lines)).append("\n<figcaption>");
    body.append(key("came", "real")).append(key("short", "simulated as planned"));
    body.append(key("serving", "simulated as calibrated"));
    body.append(threshold.isPresent() ? key("need", "threshold of the alarm") : "");
    body.append("</figcaption></figure>\n");
  }

  private static String key(String kind, String text) {
    return "<span class=\"key " + kind + "\"></span>" + text;
  }

  /** The steps of a run, each as the mean of the row it belongs to. */
  private double[] rowMeans(double[] steps) {
    double[] means = steps.clone();
    for (Reality.Row row : reality.rows()) {
      Arrays.fill(means, row.from(), row.until(), Reality.mean(steps, row));
    }
    return means;
  }

  /** What was measured; between two rows the last of them. */
  private double[] real() {
    double[] cpu = new double[reality.steps()];
    double last = reality.rows().isEmpty() ? 0 : reality.rows().get(0).cpu();
    int next = 0;
    for (int i = 0; i < cpu.length; i++) {
      if (next < reality.rows().size() && reality.rows().get(next).from() <= i) {
        last = reality.rows().get(next++).cpu();
      }
      cpu[i] = last;
    }
    return cpu;
  }

  private static double[] hosts(int[] hosts) {
    return Arrays.stream(hosts).asDoubleStream().toArray();
  }

  private void table(int names, List<String> head, List<List<String>> rows) {
    HtmlTable table = new HtmlTable(names, head);
    rows.forEach(table::row);
    body.append(table.html());
  }

  /** Why each was found, or not, stands below: it would make the table too wide. */
  private void settings() {
    List<String> head = Figures.settingsHead();
    HtmlTable table = new HtmlTable(1, head.subList(0, head.size() - 1));
    StringBuilder why = new StringBuilder("<ul class=\"note\">\n");
    for (List<String> row : Figures.settings(calibration)) {
      table.row(row.subList(0, row.size() - 1));
      why.append("<li>").append(Html.escaped(row.get(0) + ": " + row.get(row.size() - 1)));
      why.append("</li>\n");
    }
    body.append(table.html()).append(why).append("</ul>\n");
  }

  private void note(String text) {
    put("<p class=\"note\">%s</p>\n", Html.escaped(text));
  }

  private void put(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values));
  }
}
