package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.LabelsRead;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.ServiceMasks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stretches of demand that an operator says must not be learnt, in a CSV file: header {@code
 * start,end}, columns in any order.
 *
 * <p>Optional columns: {@code title} (or {@code label}), shown as the reason; {@code category}:
 * {@code outage}, {@code gap} and {@code load_test} have a meaning, any other is an operator's
 * word; {@code service} (blank: every service); {@code announced_at}, from when the label was known
 * (blank: from its end on). A row that is refused does not stop the reading; more than half of them
 * do.
 */
public final class LabelsFile {
  private static final String EXAMPLE = "start,end,title,category";
  private static final int MAX_LINES = 20;

  private final CsvHeader header;
  private final Timestamps timestamps;
  private final List<DemandMask> everywhere = new ArrayList<>();
  private final Map<String, List<DemandMask>> own = new TreeMap<>();

  private LabelsFile(CsvHeader header, Timestamps timestamps) {
    this.header = header;
    this.timestamps = timestamps;
  }

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of times without an offset
   * @throws InputException when nothing, or less than half, of it can be used
   */
  public static LabelsRead read(Path file, ZoneId zone) {
    try (CsvTable table = CsvTable.open(file, MAX_LINES)) {
      table.header().require(List.of("start", "end"), EXAMPLE);
      LabelsFile labels = new LabelsFile(table.header(), new Timestamps(zone));
      Problems problems = new Problems();
      table.forEach(problems, row -> labels.read(row, problems));
      problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
      List<String> notes = table.rows() == 0 ? List.of(file + ": holds no labels") : List.of();
      return new LabelsRead(labels.masks(), problems, notes);
    }
  }

  private ServiceMasks masks() {
    Map<String, DemandMasks> byService = new TreeMap<>();
    own.forEach((service, masks) -> byService.put(service, new DemandMasks(masks)));
    return new ServiceMasks(new DemandMasks(everywhere), byService);
  }

  private void read(CsvRow row, Problems problems) {
    String column = "start";
    try {
      Instant start = timestamps.parse(value(row, column));
      column = "end";
      Instant end = timestamps.parse(value(row, column));
      checkOrder(start, end);
      column = "announced_at";
      String announced = value(row, column);
      Instant knownAt = announced.isEmpty() ? end : timestamps.parse(announced);
      column = "service";
      List<DemandMask> masks = masksOf(value(row, column));
      masks.add(new DemandMask(start, end, kind(value(row, "category")), reason(row), knownAt));
    } catch (InvalidText e) {
      problems.add(header.find(column).stream().mapToObj(row::place).findFirst().orElseThrow(), e);
    }
  }

  private List<DemandMask> masksOf(String service) throws InvalidText {
    if (service.isEmpty()) {
      return everywhere;
    }
    try {
      return own.computeIfAbsent(new Service(service).name(), name -> new ArrayList<>());
    } catch (IllegalArgumentException e) {
      throw new InvalidText(
          ProblemKind.BAD_NAME,
          "'" + Problem.brief(service) + "' is not a service name",
          "use 1 to 128 letters, digits, '.', '-' or '_', or leave it blank for every service");
    }
  }

  private static void checkOrder(Instant start, Instant end) throws InvalidText {
    if (!end.isAfter(start)) {
      throw new InvalidText(
          ProblemKind.ENDS_BEFORE_START,
          "the label ends at " + end + ", not after its start " + start,
          "swap the two, or correct the date");
    }
  }

  private String reason(CsvRow row) {
    String title = value(row, "title");
    String words = title.isEmpty() ? value(row, "label") : title;
    return words.isEmpty() ? "labelled by an operator" : "labelled: " + words;
  }

  private static Kind kind(String category) {
    return switch (category.toLowerCase(Locale.ROOT)) {
      case "outage", "gap" -> Kind.OUTAGE;
      case "load_test", "load-test", "load test" -> Kind.LOAD_TEST;
      default -> Kind.OPERATOR;
    };
  }

  private String value(CsvRow row, String column) {
    return header.find(column).stream().mapToObj(row::value).findFirst().orElse("");
  }
}
