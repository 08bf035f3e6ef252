package dev.kickoff.connectors.csv.activity;

import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.lab.twin.reality.Launch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The launches of a group: a CSV file with the header {@code requested_at,in_service_at,hosts}, or
 * the JSON that {@code aws autoscaling describe-scaling-activities} prints ({@link
 * ActivitiesJson}); which of them is told by the first character.
 *
 * <p>Nothing of a CSV file with a wrong row is used: a launch that is missing makes another group.
 */
public final class ActivitiesFile {
  private static final List<String> COLUMNS = List.of("requested_at", "in_service_at", "hosts");
  private static final String EXAMPLE = "requested_at,in_service_at,hosts";
  private static final int MAX_HOSTS = 10_000;

  /** The bytes of a byte order mark. */
  private static final String MARK = "\u00EF\u00BB\u00BF";

  private ActivitiesFile() {}

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of times without an offset
   * @throws dev.kickoff.connectors.InputException with every problem, when there is one
   */
  public static ActivitiesRead read(Path file, ZoneId zone) {
    Timestamps timestamps = new Timestamps(zone);
    return isJson(file) ? new ActivitiesJson(file, timestamps).read() : csv(file, timestamps);
  }

  private static boolean isJson(Path file) {
    try (InputStream in = InputFile.open(file)) {
      int first = in.read();
      while (Character.isWhitespace(first) || MARK.indexOf(first) >= 0) {
        first = in.read();
      }
      return first == '{' || first == '[';
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
  }

  private static ActivitiesRead csv(Path file, Timestamps timestamps) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      table.header().require(COLUMNS, EXAMPLE);
      Problems problems = new Problems();
      for (String other : table.header().others(COLUMNS)) {
        problems.add(
            new Problem(
                Place.of(file).line(1),
                ProblemKind.BAD_HEADER,
                "column '" + Problem.brief(other) + "' is unknown",
                "keep to " + EXAMPLE));
      }
      int[] at =
          COLUMNS.stream().mapToInt(name -> table.header().find(name).orElseThrow()).toArray();
      List<Launch> launches = new ArrayList<>();
      table.forEach(problems, row -> read(row, at, new Reading(timestamps, launches, problems)));
      problems.failOnAny();
      return new ActivitiesRead(
          launches, launches.isEmpty() ? List.of(file + ": holds no launch") : List.of());
    }
  }

  private record Reading(Timestamps timestamps, List<Launch> launches, Problems problems) {}

  private static void read(CsvRow row, int[] at, Reading to) {
    int column = at[0];
    try {
      Instant requested = to.timestamps().parse(row.value(column));
      column = at[1];
      Instant inService = to.timestamps().parse(row.value(column));
      if (inService.isBefore(requested)) {
        throw new InvalidText(
            ProblemKind.ENDS_BEFORE_START,
            "in service at " + inService + ", before it was asked for at " + requested,
            "swap the two, or correct one");
      }
      column = at[2];
      to.launches().add(new Launch(requested, inService, hosts(row.value(column)), true));
    } catch (InvalidText e) {
      to.problems().add(row.place(column), e);
    }
  }

  private static int hosts(String text) throws InvalidText {
    if (text.matches("\\d{1,5}")) {
      int hosts = Integer.parseInt(text);
      if (hosts >= 1 && hosts <= MAX_HOSTS) {
        return hosts;
      }
    }
    throw new InvalidText(
        ProblemKind.BAD_VALUE,
        "hosts '" + Problem.brief(text) + "' is not a number of launched hosts",
        "write a whole number from 1 to " + MAX_HOSTS + "; leave out what was let go");
  }
}
