package dev.kickoff.connectors.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.sqlite.DecisionSearch.Place;
import dev.kickoff.connectors.sqlite.HistoryWriter.Bounds;
import dev.kickoff.connectors.sqlite.KeptRecord.Decision;
import dev.kickoff.connectors.sqlite.KeptRecord.DecisionLine;
import dev.kickoff.connectors.sqlite.KeptRecord.Forecast;
import dev.kickoff.connectors.sqlite.KeptRecord.Minute;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
  private static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");
  private static final Bounds WIDE = new Bounds(Duration.ofDays(14), Duration.ofDays(14), 1L << 30);
  private static final Set<String> ALL = Set.of("RAISE", "HOLD", "LOWER");
  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("past.db");
  }

  private static Instant at(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Decision decision(String group, int sequence, int from, int to) {
    DecisionKey key = new DecisionKey(group, sequence, at(sequence).plusNanos(123_456_789));
    FloorChange change = new FloorChange(from, to, to);
    DecisionLine line =
        new DecisionLine(key, ControlMode.APPROVE, change, Optional.of("flap"), "because");
    return new Decision(line, bytes("whole " + group + sequence));
  }

  private static DecisionSearch search(Optional<String> group, Optional<Place> after, int limit) {
    return new DecisionSearch(group, ALL, Optional.empty(), Optional.empty(), after, limit);
  }

  private static List<String> names(List<DecisionLine> lines) {
    return lines.stream().map(line -> line.key().group() + line.key().sequence()).toList();
  }

  @Test
  void tellsWhatWasBelievedAtAnInstant() {
    HistoryFile file = HistoryFile.open(path());
    try (HistoryWriter writer = new HistoryWriter(file, WIDE);
        HistoryReader reader = new HistoryReader(file)) {
      writer.write(
          List.of(
              new Forecast("web", "NEAR", NOON, bytes("first")),
              new Forecast("web", "NEAR", at(5), bytes("second")),
              new Forecast("web", "FAR", at(3), bytes("far"))),
          Map.of());
      assertThat(reader.forecast("web", "NEAR", at(-1))).isEmpty();
      assertThat(reader.forecast("web", "NEAR", at(4))).hasValue(bytes("first"));
      assertThat(reader.forecast("web", "NEAR", at(5))).hasValue(bytes("second"));
      assertThat(reader.oldestForecast("web", "NEAR")).hasValue(NOON);
      assertThat(reader.oldestForecast("api", "NEAR")).isEmpty();
    }
  }

  @Test
  void pagesOfDecisionsLeaveNoneOutAndRepeatNone() {
    HistoryFile file = HistoryFile.open(path());
    List<KeptRecord> all = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      all.add(decision("a", i, 5, 5));
      all.add(decision("b", i, 5, i % 2 == 0 ? 6 : 5));
    }
    try (HistoryWriter writer = new HistoryWriter(file, WIDE);
        HistoryReader reader = new HistoryReader(file)) {
      writer.write(all, Map.of());
      writer.write(all, Map.of());
      List<String> paged = new ArrayList<>();
      Optional<Place> after = Optional.empty();
      List<DecisionLine> page = reader.decisions(search(Optional.empty(), after, 3));
      while (!page.isEmpty()) {
        paged.addAll(names(page));
        DecisionKey last = page.get(page.size() - 1).key();
        after = Optional.of(new Place(last.at(), last.group()));
        page = reader.decisions(search(Optional.empty(), after, 3));
      }
      assertThat(paged).hasSize(20).doesNotHaveDuplicates().startsWith("a10", "b10", "a9", "b9");
      assertThat(names(reader.decisions(search(Optional.of("b"), Optional.empty(), 2))))
          .containsExactly("b10", "b9");
      DecisionSearch raises =
          new DecisionSearch(
              Optional.empty(),
              Set.of("RAISE"),
              Optional.of(at(4)),
              Optional.of(at(8)),
              Optional.empty(),
              9);
      assertThat(names(reader.decisions(raises))).containsExactly("b6", "b4");
      assertThat(reader.decisions(raises).get(0)).isEqualTo(decision("b", 6, 5, 6).line());
      assertThat(reader.decision("b", 6)).hasValue(bytes("whole b6"));
      assertThat(reader.decision("b", 11)).isEmpty();
    }
  }

  @Test
  void goesOnWhereItEndedAndKeepsTheLaterRecordOfAMinute() {
    HistoryFile file = HistoryFile.open(path());
    try (HistoryWriter writer = new HistoryWriter(file, WIDE)) {
      writer.write(List.of(new Minute("web", NOON, 1)), Map.of("minutes/0", 7L));
      writer.write(List.of(new Minute("web", NOON, 2)), Map.of("minutes/0", 8L));
    }
    HistoryFile again = HistoryFile.open(path());
    assertThat(again.rebuilt()).isEmpty();
    try (HistoryWriter writer = new HistoryWriter(again, WIDE);
        HistoryReader reader = new HistoryReader(again)) {
      assertThat(writer.positions()).isEqualTo(Map.of("minutes/0", 8L));
      assertThat(reader.minutes("web", NOON, at(1)).at(NOON)).hasValue(2);
      assertThat(reader.minutes("web", at(1), at(2)).known()).isZero();
    }
  }

  @Test
  void aDamagedFileIsBegunAnewAndSaysSo() throws Exception {
    Files.writeString(path(), "this is no database, and long enough to be looked at as one");
    HistoryFile file = HistoryFile.open(path());
    assertThat(file.rebuilt().orElseThrow()).contains("not a database");
    try (HistoryWriter writer = new HistoryWriter(file, WIDE);
        HistoryReader reader = new HistoryReader(file)) {
      assertThat(writer.positions()).isEmpty();
      writer.write(List.of(new Forecast("web", "NEAR", NOON, bytes("f"))), Map.of());
      assertThat(reader.forecast("web", "NEAR", NOON)).isPresent();
    }
  }

  @Test
  void whatIsTooOldOrTooMuchIsForgottenOldestFirst() throws Exception {
    HistoryFile file = HistoryFile.open(path());
    Random random = new Random(7);
    long most = 1 << 20;
    try (HistoryWriter writer = new HistoryWriter(file, new Bounds(Duration.ofDays(2), Duration.ofDays(2), most));
        HistoryReader reader = new HistoryReader(file)) {
      for (int i = 0; i < 640; i++) {
        byte[] body = new byte[10_000];
        random.nextBytes(body);
        writer.write(List.of(new Forecast("web", "NEAR", at(i), body)), Map.of());
      }
      assertThat(writer.usedBytes()).isLessThan(2 * most);
      assertThat(reader.oldestForecast("web", "NEAR").orElseThrow()).isAfter(at(100));
      assertThat(reader.forecast("web", "NEAR", at(639))).isPresent();
      for (int i = 0; i < 64; i++) {
        writer.write(List.of(new Forecast("web", "NEAR", at(10_000 + i), bytes("x"))), Map.of());
      }
      assertThat(reader.oldestForecast("web", "NEAR").orElseThrow()).isAfter(at(9_999));
    }
  }
}
