package dev.kickoff.jobs.cli.offline;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.jobs.offline.longrange.LongRangeFiles;
import dev.kickoff.jobs.offline.longrange.LongRangeJson;
import dev.kickoff.jobs.offline.longrange.LongRangePage;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.longrange.LeadNote;
import dev.kickoff.model.forecast.longrange.LongRange;
import dev.kickoff.model.forecast.longrange.LongRangeOutlook;
import dev.kickoff.model.forecast.longrange.LongRangeRequest;
import dev.kickoff.model.forecast.method.Methods;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff long-range}: the highest demand of each day, weeks ahead. */
@Command(
    name = "long-range",
    description = "Looks weeks ahead, for capacity orders: each day's and each event's highest.",
    footer = {
      "",
      "Writes long-range.csv (day,quantile,value), long-range-events.csv and long-range.html to",
      "--out. N weeks ahead need N weeks of history, three at least.",
      "",
      "Example:",
      "  kickoff long-range --metrics metrics.csv --calendar calendar.csv --zone Europe/Paris \\",
      "    --at 1998-06-20T00:00:00Z --weeks 4 --out weeks-ahead"
    })
public final class LongRangeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "Seen from here; the first day is the first that starts at or after it.")
  private Instant at = Instant.EPOCH;

  @Option(names = "--weeks", required = true, paramLabel = "N", description = "How far ahead.")
  private int weeks = 1;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public void run() {
    try {
      MetricsRead metrics = input.readMetrics();
      List<LongRangeRequest> requests = requests(metrics);
      List<LongRangeOutlook> outlooks = outlooks(requests);
      Map<Service, DemandSeries> past = new LinkedHashMap<>();
      requests.forEach(request -> past.put(request.service(), request.demand()));
      LongRangeFiles.write(out, outlooks, new LongRangePage(at, input.zone(), past));
      print(outlooks);
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  private List<LongRangeRequest> requests(MetricsRead metrics) {
    EventCalendar calendar = input.readCalendar();
    ServiceMasks masks = input.readMasks(metrics);
    Lineage lineage = input.lineage(metrics);
    List<LongRangeRequest> requests = new ArrayList<>();
    metrics
        .series()
        .forEach(
            (service, series) -> {
              boolean replaced = !lineage.heirsOf(service.name()).isEmpty();
              if (replaced && !series.until().isAfter(at)) {
                return;
              }
              DemandSeries demand =
                  lineage
                      .inheritance(service, metrics.series(), input.unit().addsUp())
                      .map(inherited -> withHistory(service, series, inherited))
                      .orElse(series);
              requests.add(
                  new LongRangeRequest(
                      service, at, weeks, input.zone(), demand, calendar, masks.of(service)));
            });
    return requests;
  }

  private DemandSeries withHistory(Service service, DemandSeries all, Inheritance inherited) {
    DemandSeries own = ForecastDesk.wholeStepsBefore(all, at);
    Inheritance known = inherited.endedBy(at);
    PrintWriter err = spec.commandLine().getErr();
    err.println(service + ": " + known.note(own));
    err.flush();
    return known.joined(own);
  }

  private List<LongRangeOutlook> outlooks(List<LongRangeRequest> requests) {
    LongRange range = new LongRange(Methods.inOrder(input.zone()));
    try (Progress progress = Progress.of("long-range", requests.size())) {
      return requests.parallelStream()
          .map(
              request -> {
                LongRangeOutlook outlook = range.outlook(request);
                progress.step(1);
                return outlook;
              })
          .toList();
    }
  }

  private void print(List<LongRangeOutlook> outlooks) {
    PrintWriter to = spec.commandLine().getOut();
    if (output.isJson()) {
      to.println(LongRangeJson.of(at, outlooks));
    } else {
      outlooks.forEach(outlook -> outlook.leads().forEach(lead -> to.println(line(outlook, lead))));
    }
    to.flush();
  }

  private static String line(LongRangeOutlook outlook, LeadNote lead) {
    double highest =
        outlook.days().stream()
            .filter(day -> day.week() == lead.week())
            .mapToDouble(day -> day.peak().p95())
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s week %d: highest p95 %s, p95 is %.2f of p50, %s",
        outlook.service(),
        lead.week(),
        ForecastRows.number(highest),
        lead.p95Factor(),
        lead.isRehearsed()
            ? "rehearsed from " + lead.origins() + " past weeks"
            : "history too short to rehearse, widened");
  }
}
