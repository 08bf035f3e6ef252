package dev.kickoff.jobs.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.jobs.config.lab.variant.VariantFile;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareRunTest {
  private static final Instant START = Instant.parse("2026-03-27T12:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir private Path folder;
  private LabSettings lab;

  @BeforeEach
  void writeFiles() throws IOException {
    Path file = folder.resolve("lab.yaml");
    Files.writeString(
        file,
        "load: {stages: '10m:30000,8m:150000,30m:150000'}\n"
            + "host: {idleCpu: 2, rpm: 40000, cpu: 30, kneeCpu: 50}\n"
            + "group: {hosts: 1, bootMinutes: 3.5}\n");
    lab = LabFile.read(file, Optional.empty());
    Files.writeString(folder.resolve("a.yaml"), "kind: simple\nthreshold: 25\nincrement: 1\n");
    Files.writeString(folder.resolve("b.yaml"), "kind: simple\nthreshold: 15\nincrement: 2\n");
  }

  private CompareInput input(List<ReplayedDay> days, int draws) {
    List<Variant> variants = new ArrayList<>();
    for (String name : List.of("a", "b", "a")) {
      String file = folder.resolve(name + ".yaml").toString();
      variants.add(
          VariantFile.read(file, lab.load(), lab.group().host())
              .named(name + (variants.size() > 1 ? " again" : "")));
    }
    return new CompareInput(lab, variants, Hypothesis.standard(), days, draws, 4);
  }

  private static DemandSeries demand(int hours) {
    DemandSeries.Builder demand = DemandSeries.builder(START, Duration.ofMinutes(1));
    for (int i = 0; i < hours * 60; i++) {
      demand.set(START.plus(Duration.ofMinutes(i)), 100_000 + 1_000 * (i % 60));
    }
    return demand.build();
  }

  @Test
  void pairsDifferByTheVariantOnly() {
    Trial trial = new CompareRun(input(List.of(), 20), () -> false, () -> {}).play();
    assertThat(trial.size()).isEqualTo(20);
    assertThat(trial.pairs()).startsWith("draw 1").endsWith("draw 20");
    for (Metric metric : Metric.values()) {
      assertThat(trial.differences(2, metric)).containsOnly(0);
    }
    assertThat(Arrays.stream(trial.differences(1, Metric.MAX_CPU)).min().orElseThrow())
        .isLessThan(-5);
    // draws differ among each other: another alarm phase, boot, cost and load each
    assertThat(trial.values(0, Metric.P95_LATENCY_MS)).doesNotHaveDuplicates();
  }

  @Test
  void aRunThatIsStoppedKeepsWholePairsInOrder() {
    AtomicInteger done = new AtomicInteger();
    CompareInput input = input(List.of(), 200);
    Trial all = new CompareRun(input, () -> false, () -> {}).play();
    Trial trial = new CompareRun(input, () -> done.get() >= 7, done::incrementAndGet).play();
    assertThat(trial.size()).isEqualTo(done.get()).isBetween(7, 9);
    for (int i = 0; i < trial.size(); i++) {
      int same = all.pairs().indexOf(trial.pairs().get(i));
      assertThat(trial.values(1, Metric.COST)[i]).isEqualTo(all.values(1, Metric.COST)[same]);
    }
    Comparison comparison = Comparison.of(input, trial, List.of());
    assertThat(comparison.isPartial()).isTrue();
    assertThat(comparison.played()).contains("of 200; it was stopped");
  }

  @Test
  void daysAreWholeAndLocalAlsoWhenClocksChange() {
    ReplayedDay.Days days =
        ReplayedDay.of(demand(96), START, START.plus(Duration.ofHours(96)), PARIS);
    assertThat(days.days())
        .extracting(day -> day.date() + " " + day.load().size())
        .containsExactly("2026-03-28 1440", "2026-03-29 1380", "2026-03-30 1440");
    assertThat(days.notes()).isEmpty();
  }

  @Test
  void smallGapsAreBridgedAndDaysWithLargeOnesLeftOutAloud() {
    DemandSeries whole = demand(96);
    DemandSeries.Builder holed = DemandSeries.builder(START, Duration.ofMinutes(1));
    for (int i = 0; i < whole.size(); i++) {
      boolean isHole = i >= 1_000 && i < 1_003 || i >= 2_100 && i < 2_500;
      if (!isHole) {
        holed.set(whole.timeAt(i), i);
      }
    }
    ReplayedDay.Days days =
        ReplayedDay.of(holed.build(), START, START.plus(Duration.ofHours(96)), PARIS);
    assertThat(days.days()).hasSize(2);
    assertThat(days.notes())
        .containsExactly(
            "2026-03-29 was left out: 980 of its 1380 minutes are known",
            "3 minutes without demand were bridged evenly between their neighbours");
    int first = (int) Duration.between(START, Instant.parse("2026-03-27T23:00:00Z")).toMinutes();
    assertThat(days.days().get(0).load().at(1_001 - first)).isEqualTo(1_001);
  }

  @Test
  void aDayBeginsWithTheHostsItsFirstMinuteNeeds() {
    List<ReplayedDay> days =
        ReplayedDay.of(demand(96), START, START.plus(Duration.ofHours(96)), PARIS).days();
    Trial trial = new CompareRun(input(days, 2), () -> false, () -> {}).play();
    assertThat(trial.unit()).isEqualTo(Trial.Unit.DAY);
    assertThat(trial.pairs()).containsExactly("2026-03-28", "2026-03-29", "2026-03-30");
    // two hosts at 100,000 to 159,000 requests per minute are above the knee for an hour at most
    assertThat(Arrays.stream(trial.values(1, Metric.OVER_KNEE_MINUTES)).max().orElseThrow())
        .isLessThan(60);
    assertThat(Arrays.stream(trial.values(0, Metric.HOST_MINUTES)).min().orElseThrow())
        .isGreaterThanOrEqualTo(2 * 1_380);
  }

  @Test
  void theLedgerHoldsEveryComparisonAndNoticesAChange() throws IOException {
    CompareInput input = input(List.of(), 10);
    Trial trial = new CompareRun(input, () -> false, () -> {}).play();
    Comparison comparison = Comparison.of(input, trial, List.of("a note"));
    Path file = folder.resolve("ledger.jsonl");
    Ledger ledger = new Ledger(file);
    assertThat(ledger.entries()).isEmpty();
    for (int i = 0; i < 3; i++) {
      ledger.append(comparison, START.plusSeconds(i), Map.of("lab.yaml", "d1"));
    }
    assertThat(ledger.entries()).hasSize(3);
    assertThat(LedgerTable.of(ledger.entries()))
        .contains("b against a: ", "3 comparisons; the chain holds");

    List<String> lines = Files.readAllLines(file);
    String forged = lines.get(1).replace("\"draws\":10", "\"draws\":99");
    Files.write(file, List.of(lines.get(0), forged, lines.get(2)));
    assertThatThrownBy(ledger::entries).hasMessageContaining("ledger.jsonl:2: does not follow");
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThatThrownBy(() -> ledger.append(comparison, START, Map.of()))
        .hasMessageContaining("ledger.jsonl:2: does not follow");
    Files.write(file, List.of("nonsense"));
    assertThatThrownBy(ledger::entries).hasMessageContaining("ledger.jsonl:1: is not JSON");
  }
}
