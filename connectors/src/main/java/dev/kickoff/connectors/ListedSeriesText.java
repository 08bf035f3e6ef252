package dev.kickoff.connectors;

import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A {@link ListedSeries} as a row of words, each under the name of its column. */
public final class ListedSeriesText {
  private static final long MOST_MINUTES = 366 * 1440L;

  private final UnaryOperator<String> values;
  private String column = "name";

  /** Of the word under each column's name; blank where there is none. */
  public ListedSeriesText(UnaryOperator<String> values) {
    this.values = values;
  }

  /** The column that was read last: the one that an exception is about. */
  public String column() {
    return column;
  }

  /**
   * The series.
   *
   * @throws InvalidText when a column does not say what it should; {@link #column} says which
   */
  public ListedSeries read() throws InvalidText {
    String name = service(required("name")).name();
    ListedSeries.Source source = source();
    List<Duration> horizons = horizons();
    Backtest backtest = backtest(source.zone(), horizons.get(horizons.size() - 1));
    return new ListedSeries(name, source, backtest, horizons, goals(horizons));
  }

  private ListedSeries.Source source() throws InvalidText {
    String folder = required("data");
    if (Path.of(folder).isAbsolute()) {
      throw wrong(folder, "name it relative to the folder of all data");
    }
    String zone = value("zone");
    ZoneId zoned = Zones.named(zone.isEmpty() ? "UTC" : zone);
    String calendar = value("calendar");
    if (!List.of("", "yes", "no").contains(calendar)) {
      throw wrong(calendar, "write yes, or leave it blank");
    }
    String one = value("service");
    Optional<Service> service = one.isEmpty() ? Optional.empty() : Optional.of(service(one));
    return new ListedSeries.Source(folder, service, zoned, calendar.equals("yes"));
  }

  private List<Duration> horizons() throws InvalidText {
    List<Duration> horizons = new ArrayList<>();
    String text = required("horizons");
    for (String part : text.split(";")) {
      Duration horizon = minutes(part);
      if (!horizons.isEmpty() && horizon.compareTo(horizons.get(horizons.size() - 1)) <= 0) {
        throw wrong(text, "write them rising, such as 15;60;1440");
      }
      horizons.add(horizon);
    }
    return horizons;
  }

  private Backtest backtest(ZoneId zone, Duration longest) throws InvalidText {
    Timestamps timestamps = new Timestamps(zone);
    Duration resolution = minutes(required("resolution"));
    Duration every = minutes(required("every"));
    Instant from = timestamps.parse(required("from"));
    Instant until = timestamps.parse(required("to"));
    if (!until.isAfter(from)) {
      throw new InvalidText(
          ProblemKind.ENDS_BEFORE_START,
          "cutoffs end at " + until + ", not after their start " + from,
          "swap the two, or correct the date");
    }
    return new Backtest(from, until, every, resolution, longest);
  }

  private ListedSeries.Goals goals(List<Duration> horizons) throws InvalidText {
    Map<Duration, Double> loss = new HashMap<>();
    String text = value("wql_at_most");
    String[] parts = text.isEmpty() ? new String[0] : text.split(";");
    if (parts.length > 0 && parts.length != horizons.size()) {
      throw wrong(text, "write one number for each horizon, such as 0.04;0.09;0.2");
    }
    for (int i = 0; i < parts.length; i++) {
      loss.put(horizons.get(i), number(parts[i]));
    }
    return new ListedSeries.Goals(
        loss, goal("structural_at_most"), goal("event_p95_at_least"), goal("mase_at_most"));
  }

  private Optional<Double> goal(String name) throws InvalidText {
    String text = value(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(number(text));
  }

  private Service service(String text) throws InvalidText {
    try {
      return new Service(text);
    } catch (IllegalArgumentException e) {
      throw wrong(text, "use 1 to 128 letters, digits, '.', '-' or '_'");
    }
  }

  private Duration minutes(String text) throws InvalidText {
    long minutes = text.strip().matches("\\d{1,6}") ? Long.parseLong(text.strip()) : 0;
    if (minutes == 0 || minutes > MOST_MINUTES) {
      throw wrong(text, "write whole minutes above zero, at most a year, such as 60");
    }
    return Duration.ofMinutes(minutes);
  }

  private double number(String text) throws InvalidText {
    boolean decimal = text.strip().matches("\\d{0,6}\\.?\\d{1,9}");
    if (!decimal || Double.parseDouble(text) == 0) {
      throw wrong(text, "write a decimal above zero, such as 0.7");
    }
    return Double.parseDouble(text);
  }

  private InvalidText wrong(String text, String remedy) {
    return new InvalidText(
        ProblemKind.BAD_VALUE, column + " '" + Problem.brief(text) + "' cannot be used", remedy);
  }

  private String required(String name) throws InvalidText {
    String value = value(name);
    if (value.isEmpty()) {
      throw new InvalidText(ProblemKind.MISSING, name + " is blank", "every series has " + name);
    }
    return value;
  }

  private String value(String name) {
    column = name;
    return values.apply(name);
  }
}
