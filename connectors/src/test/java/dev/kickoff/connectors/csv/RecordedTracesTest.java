package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventVetting;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedTracesTest {
  private static final Service WEB = new Service("web");

  private static Optional<Path> data() {
    String named = System.getProperty("kickoff.data");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve("shared/data"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static List<Path> files(String name) throws IOException {
    assumeTrue(data().isPresent(), "no recorded traces here (shared/data, or -Dkickoff.data=DIR)");
    try (Stream<Path> all = Files.list(data().orElseThrow())) {
      return all.map(folder -> folder.resolve(name)).filter(Files::exists).sorted().toList();
    }
  }

  @Test
  void readsEveryRecordedTraceWithoutAProblem() throws IOException {
    List<Path> files = files("metrics.csv");

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      MetricsRead read = MetricsFile.read(file, ZoneOffset.UTC, WEB);
      long known = read.series().values().stream().mapToLong(DemandSeries::known).sum();
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(known).as(file.toString()).isEqualTo(lines.count() - 1);
      }
      assertThat(read.problems().isEmpty()).as(file.toString()).isTrue();
    }
  }

  @Test
  void readsEveryRecordedCalendarWithoutAProblem() throws IOException {
    List<Path> files = files("calendar.csv");

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      CalendarRead read = CalendarFile.read(file, ZoneOffset.UTC);
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(read.calendar().events()).as(file.toString()).hasSize((int) lines.count() - 1);
      }
      assertThat(read.problems().isEmpty()).as(file.toString()).isTrue();
    }
  }

  @Test
  void takesNoEventOfARecordedCalendarForASlipOfTheHand() throws IOException {
    for (Path file : files("calendar.csv")) {
      List<Event> events = CalendarFile.read(file, ZoneOffset.UTC).events();
      EventVetting vetted = EventVetting.of(EventCalendar.empty(), events, Instant.EPOCH);
      assertThat(vetted.doubts()).as(file.toString()).isEmpty();
      assertThat(vetted.passed()).hasSameSizeAs(events);
    }
  }

  @Test
  void findsTheStepOfATraceByTheMinuteAndOfOneByTheHour() throws IOException {
    files("metrics.csv");
    Path data = data().orElseThrow();
    MetricsRead minutes = MetricsFile.read(data.resolve("wc98/metrics.csv"), ZoneOffset.UTC, WEB);
    MetricsRead hours = MetricsFile.read(data.resolve("steam/metrics.csv"), ZoneOffset.UTC, WEB);

    assertThat(minutes.series().get(WEB).step()).isEqualTo(Duration.ofMinutes(1));
    assertThat(hours.series()).hasSize(10);
    assertThat(hours.series().values())
        .extracting(DemandSeries::step)
        .containsOnly(Duration.ofHours(1));
  }
}
