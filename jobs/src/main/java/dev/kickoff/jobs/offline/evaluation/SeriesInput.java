package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.jobs.config.CalendarFiles;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Lineage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a listed series needs, as {@code backtest} would. */
final class SeriesInput {
  private SeriesInput() {}

  /**
   * The task of a listed series.
   *
   * @param data the folder of all data
   * @throws InputException when a file is absent or cannot be used
   * @throws IllegalArgumentException when the row and the data do not go together
   */
  static OfflineTask task(ListedSeries listed, Path data) {
    Path folder = data.resolve(listed.source().folder());
    Path metricsFile = present(folder.resolve("metrics.csv"));
    MetricsRead read =
        Inputs.metrics(metricsFile, listed.source().zone(), FleetFile.DEFAULT_SERVICE);
    MetricsRead metrics =
        listed.source().service().map(one -> only(one, read, metricsFile)).orElse(read);
    EventCalendar calendar = EventCalendar.empty();
    if (listed.source().hasCalendar()) {
      Path file = present(folder.resolve("calendar.csv"));
      calendar =
          new CalendarFiles(List.of(file), listed.source().zone(), List.of())
              .read(CalendarFiles.window(metrics.series().values()))
              .calendar();
    }
    OfflineTask.Told told =
        new OfflineTask.Told(calendar, Inputs.signalMasks(metrics), Lineage.none());
    return OfflineTask.of(asked(listed), metrics, told);
  }

  private static OfflineTask.Asked asked(ListedSeries listed) {
    return new OfflineTask.Asked(
        listed.backtest().from(),
        listed.backtest().until(),
        listed.backtest().every(),
        listed.backtest().horizon(),
        Optional.of(listed.backtest().resolution()),
        Optional.empty(),
        listed.source().zone(),
        DemandUnit.RPM);
  }

  private static Path present(Path file) {
    if (!Files.exists(file)) {
      throw noData(
          file, file.getFileName() + " is absent", "fetch it, or name another folder with --data");
    }
    return file;
  }

  private static MetricsRead only(Service service, MetricsRead read, Path file) {
    DemandSeries series = read.series().get(service);
    if (series == null) {
      throw noData(file, "has no service '" + service + "'", "correct the list");
    }
    return new MetricsRead(Map.of(service, series), Map.of(), read.problems(), read.notes());
  }

  private static InputException noData(Path file, String what, String remedy) {
    return new InputException(new Problem(Place.of(file), ProblemKind.NO_DATA, what, remedy));
  }
}
