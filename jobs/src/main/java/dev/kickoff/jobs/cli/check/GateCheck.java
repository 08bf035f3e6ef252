package dev.kickoff.jobs.cli.check;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.InputOptions;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.ReplayTask;
import dev.kickoff.jobs.offline.gate.GateRun;
import dev.kickoff.jobs.offline.gate.GateVerdict;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.simulation.ReplayInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The question whether to let a service act, put to its own last weeks.
 *
 * @param fleet the fleet file
 * @param weeks how many of the last are replayed at most
 */
record GateCheck(InputOptions input, Path fleet, int weeks) {
  GateVerdict verdict(Service service) {
    FleetSettings named = FleetFile.read(fleet);
    if (!named.service().orElse(service).equals(service)) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: the fleet file is for service " + named.group().service() + ", not " + service);
    }
    MetricsRead metrics = input.readMetrics(service);
    Path metricsFile = input.metricsFile().orElse(Path.of("metrics"));
    FleetSettings settled = Inputs.settle(named.naming(service), metrics, metricsFile);
    EventCalendar calendar = input.readCalendar();
    ServiceMasks masks = input.readMasks(metrics);
    DemandSeries own = Objects.requireNonNull(metrics.series().get(service));
    ReplayInput all =
        new ReplayTask(own.start(), own.until(), input.unit())
            .input(settled, metrics, calendar, input.lineage(metrics));
    GateRun run =
        new GateRun(all, settled.costs(), settled.planning(), Duration.ofDays(7L * weeks));
    try (Progress progress = Progress.of("check", run.rows())) {
      return run.verdict(() -> Brain.issuer(input.zone(), masks), progress::step);
    }
  }
}
