package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.Zones;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list of series to evaluate forecasts on, in a CSV file with a row for each.
 *
 * <p>Columns in any order: {@code name}; {@code data}, the folder of its files; {@code from} and
 * {@code to}, between which cutoffs lie; {@code resolution} and {@code every} in minutes; {@code
 * horizons} in minutes with semicolons between. Optional: {@code service}, {@code zone} (UTC where
 * absent), {@code calendar} ({@code yes} where there is one), and what is expected: {@code
 * wql_at_most} (a number for each horizon), {@code structural_at_most}, {@code event_p95_at_least},
 * {@code mase_at_most}. One bad row refuses the list: half a list would give other means.
 */
public final class SeriesListFile {
  private static final List<String> REQUIRED =
      List.of("name", "data", "resolution", "from", "to", "every", "horizons");
  private static final String EXAMPLE =
      "name,data,service,resolution,zone,from,to,every,horizons,calendar";
  private static final int MAX_LINES = 20;

  private SeriesListFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, when anything in it is wrong or nothing is listed
   */
  public static List<ListedSeries> read(Path file) {
    try (CsvTable table = CsvTable.open(file, MAX_LINES)) {
      table.header().require(REQUIRED, EXAMPLE);
      Row reader = new Row(table.header());
      Problems problems = new Problems();
      List<ListedSeries> series = new ArrayList<>();
      Set<String> names = new HashSet<>();
      table.forEach(
          problems,
          row ->
              reader
                  .read(row, problems)
                  .ifPresent(
                      each -> {
                        series.add(each);
                        if (!names.add(each.name())) {
                          problems.add(twice(row.place(), each.name()));
                        }
                      }));
      if (!problems.isEmpty()) {
        throw new InputException(problems.detailed());
      }
      if (series.isEmpty()) {
        throw new InputException(
            new Problem(
                Place.of(file), ProblemKind.NO_DATA, "lists no series", "add a row for each"));
      }
      return series;
    }
  }

  private static Problem twice(Place place, String name) {
    return new Problem(
        place, ProblemKind.DUPLICATE_KEY, "'" + name + "' is listed twice", "rename one of them");
  }

  /** Makes a listed series of a row. */
  private static final class Row {
    private static final String SEPARATOR = ";";
    private static final long MOST_MINUTES = 366 * 1440L;

    private final CsvHeader header;
    private String column = "name";

    Row(CsvHeader header) {
      this.header = header;
    }

    /** The series; empty when the row is refused, with a problem that says where and why. */
    Optional<ListedSeries> read(CsvRow row, Problems problems) {
      try {
        String name = name(row);
        ListedSeries.Source source = source(row);
        List<Duration> horizons = horizons(row);
        return Optional.of(
            new ListedSeries(
                name,
                source,
                backtest(row, source.zone(), horizons.get(horizons.size() - 1)),
                horizons,
                goals(row, horizons)));
      } catch (InvalidText e) {
        problems.add(
            header.find(column).stream().mapToObj(row::place).findFirst().orElseThrow(), e);
        return Optional.empty();
      }
    }

    private String name(CsvRow row) throws InvalidText {
      String name = required(row, "name");
      try {
        return new Service(name).name();
      } catch (IllegalArgumentException e) {
        throw wrong("name", name, "use 1 to 128 letters, digits, '.', '-' or '_'");
      }
    }

    private ListedSeries.Source source(CsvRow row) throws InvalidText {
      String folder = required(row, "data");
      if (Path.of(folder).isAbsolute()) {
        throw wrong("folder", folder, "name it relative to --data");
      }
      String service = value(row, "service");
      String zone = value(row, "zone");
      ZoneId zoned = Zones.named(zone.isEmpty() ? "UTC" : zone);
      String calendar = value(row, "calendar").toLowerCase(Locale.ROOT);
      if (!List.of("", "yes", "no").contains(calendar)) {
        throw wrong("calendar", calendar, "write yes, or leave it blank");
      }
      column = "service";
      try {
        Optional<Service> one =
            service.isEmpty() ? Optional.empty() : Optional.of(new Service(service));
        return new ListedSeries.Source(folder, one, zoned, calendar.equals("yes"));
      } catch (IllegalArgumentException e) {
        throw wrong("service", service, "use 1 to 128 letters, digits, '.', '-' or '_'");
      }
    }

    private List<Duration> horizons(CsvRow row) throws InvalidText {
      List<Duration> horizons = new ArrayList<>();
      for (String part : required(row, "horizons").split(SEPARATOR)) {
        Duration horizon = minutes(part);
        if (!horizons.isEmpty() && horizon.compareTo(horizons.get(horizons.size() - 1)) <= 0) {
          throw wrong("horizons", value(row, column), "write them rising, such as 15;60;1440");
        }
        horizons.add(horizon);
      }
      return horizons;
    }

    private Backtest backtest(CsvRow row, ZoneId zone, Duration longest) throws InvalidText {
      Timestamps timestamps = new Timestamps(zone);
      Duration resolution = minutes(required(row, "resolution"));
      Duration every = minutes(required(row, "every"));
      Instant from = timestamps.parse(required(row, "from"));
      Instant until = timestamps.parse(required(row, "to"));
      if (!until.isAfter(from)) {
        throw new InvalidText(
            ProblemKind.ENDS_BEFORE_START,
            "cutoffs end at " + until + ", not after their start " + from,
            "swap the two, or correct the date");
      }
      return new Backtest(from, until, every, resolution, longest);
    }

    private ListedSeries.Goals goals(CsvRow row, List<Duration> horizons) throws InvalidText {
      Map<Duration, Double> loss = new HashMap<>();
      String text = value(row, "wql_at_most");
      String[] parts = text.isEmpty() ? new String[0] : text.split(SEPARATOR);
      if (parts.length > 0 && parts.length != horizons.size()) {
        throw wrong(
            "wql_at_most", text, "write one number for each horizon, such as 0.04;0.09;0.2");
      }
      for (int i = 0; i < parts.length; i++) {
        loss.put(horizons.get(i), number(parts[i]));
      }
      return new ListedSeries.Goals(
          loss,
          optional(row, "structural_at_most"),
          optional(row, "event_p95_at_least"),
          optional(row, "mase_at_most"));
    }

    private Optional<Double> optional(CsvRow row, String name) throws InvalidText {
      String text = value(row, name);
      return text.isEmpty() ? Optional.empty() : Optional.of(number(text));
    }

    private Duration minutes(String text) throws InvalidText {
      try {
        long minutes = Long.parseLong(text.strip());
        if (minutes > 0 && minutes <= MOST_MINUTES) {
          return Duration.ofMinutes(minutes);
        }
      } catch (NumberFormatException e) {
        throw wrong(column, text, "write whole minutes above zero, such as 60");
      }
      throw wrong(column, text, "write whole minutes above zero, at most a year");
    }

    private double number(String text) throws InvalidText {
      try {
        double number = Double.parseDouble(text.strip());
        if (number > 0 && Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw wrong(column, text, "write a decimal above zero, such as 0.7");
      }
      throw wrong(column, text, "write a decimal above zero, such as 0.7");
    }

    private static InvalidText wrong(String what, String text, String remedy) {
      return new InvalidText(
          ProblemKind.BAD_VALUE, what + " '" + Problem.brief(text) + "' cannot be used", remedy);
    }

    private String required(CsvRow row, String name) throws InvalidText {
      String value = value(row, name);
      if (value.isEmpty()) {
        throw new InvalidText(
            ProblemKind.MISSING,
            name + " is blank",
            "every series has " + name + ", see the header");
      }
      return value;
    }

    private String value(CsvRow row, String name) {
      column = header.find(name).isPresent() ? name : column;
      return header.find(name).stream().mapToObj(row::value).findFirst().orElse("");
    }
  }
}
