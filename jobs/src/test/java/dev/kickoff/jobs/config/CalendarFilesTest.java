package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.Region;
import dev.kickoff.model.demand.DemandSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFilesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir private Path folder;
  private List<Path> files = List.of();

  @BeforeEach
  void writeTwoFeedsAndHolidays() throws IOException {
    files =
        List.of(
            write(
                "league.ics",
                """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:r1
                SUMMARY:Reds v Blues
                CATEGORIES:football_match
                DTSTART;TZID=Europe/Paris:20260620T200000
                DURATION:PT2H
                RRULE:FREQ=WEEKLY;COUNT=2
                END:VEVENT
                END:VCALENDAR
                """),
            write(
                "tv.csv",
                """
                start,end,title,category,expected_audience
                2026-06-20T18:05:00Z,2026-06-20T20:00:00Z,REDS vs BLUES,football_match,900000
                2026-06-20T19:00:00Z,2026-06-20T20:00:00Z,News,show,
                """),
            write(
                "holidays.csv",
                """
                start,end,title,category,region
                2026-07-14,2026-07-15,National Day,holiday,FR
                2026-07-04,2026-07-05,Independence Day,holiday,US
                """));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CalendarFiles.Reading read(String... regions) {
    List<Region> here = List.of(regions).stream().map(Region::new).toList();
    return new CalendarFiles(files, PARIS, here).read(OccurrenceWindow.ALL);
  }

  @Test
  void readsSeveralCalendarsAsOneInWhichAnEventStandsOnce() {
    CalendarFiles.Reading read = read();

    assertThat(read.calendar().events())
        .extracting(Event::title)
        .containsExactly(
            "Reds v Blues", "News", "Reds v Blues", "Independence Day", "National Day");
    assertThat(read.calendar().events().get(0).attributes())
        .containsEntry("expected_audience", "900000");
    assertThat(read.notes())
        .singleElement()
        .asString()
        .startsWith(files.get(1) + ": 'REDS vs BLUES' at 2026-06-20T18:05:00Z is 'Reds v Blues' of")
        .endsWith("league.ics, which adds expected_audience");
  }

  @Test
  void leavesOutHolidaysOfOtherRegionsAndSaysSo() {
    CalendarFiles.Reading read = read("FR");

    assertThat(read.calendar().events())
        .extracting(Event::title)
        .contains("National Day", "News")
        .doesNotContain("Independence Day");
    assertThat(read.notes()).contains("1 whole-day event of other regions than FR left out");
    assertThat(read("US-NY", "FR").notes()).hasSize(1);
  }

  @Test
  void failsAsAWholeWhenOneFileCannotBeUsed() throws IOException {
    write("tv.csv", "nonsense\n");

    assertThatThrownBy(() -> read()).isInstanceOf(InputException.class);
  }

  @Test
  void demandThatIsCutOffEarlierHasTheSameOccurrences() {
    DemandSeries year = days(365);
    DemandSeries month = days(31);

    assertThat(CalendarFiles.window(List.of(month))).isEqualTo(CalendarFiles.window(List.of(year)));
    assertThat(CalendarFiles.window(List.of(year)).until())
        .isAfter(year.until().plus(Duration.ofDays(400)));
  }

  private static DemandSeries days(int count) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Duration day = Duration.ofDays(1);
    return DemandSeries.builder(start, day).extendTo(start.plus(day.multipliedBy(count))).build();
  }

  @Test
  void itsNameTellsFilesAndRegionsApart() {
    CalendarFiles all = new CalendarFiles(files, PARIS, List.of());

    assertThat(all.name()).startsWith(files.get(0).toAbsolutePath() + "|");
    assertThat(all.name())
        .isNotEqualTo(new CalendarFiles(files, PARIS, List.of(new Region("FR"))).name());
    assertThat(new CalendarFiles(List.of(), PARIS, List.of()).name()).isEmpty();
    assertThat(new CalendarFiles(files.subList(0, 1), PARIS, List.of()).name())
        .isEqualTo(files.get(0).toAbsolutePath().toString());
  }
}
