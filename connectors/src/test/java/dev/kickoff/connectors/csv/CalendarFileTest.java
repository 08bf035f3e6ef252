package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.Problem;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String GOOD =
      """
      start,end,title,category
      2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,A v B,football_match
      2024-06-02T18:00:00Z,2024-06-02T20:00:00Z,C v D,football_match
      """;

  @TempDir Path folder;

  private CalendarRead read(String text) {
    try {
      Path file = Files.writeString(folder.resolve("calendar.csv"), text);
      return CalendarFile.read(file, PARIS);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> problems(CalendarRead read) {
    return read.problems().detailed().stream()
        .map(Problem::toString)
        .map(p -> p.substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void readsEventsWithTheirAttributes() {
    CalendarRead read =
        read(
            """
            start,end,title,category,stage,ground,announced_at
            1998-06-10T15:30:00Z,1998-06-10T17:25:00Z,Brazil vs Scotland,football_match,Group A,"Stade de France, Paris",
            2024-06-01,2024-06-02,Fête,holiday,,,2024-05-01T12:00
            """);

    assertThat(problems(read)).isEmpty();
    Event match = read.events().get(0);
    assertThat(match.start()).isEqualTo(Instant.parse("1998-06-10T15:30:00Z"));
    assertThat(match.attributes())
        .containsOnlyKeys("stage", "ground")
        .containsEntry("ground", "Stade de France, Paris");
    assertThat(match.knownAt()).isEmpty();
    Event holiday = read.events().get(1);
    assertThat(holiday.start()).isEqualTo(Instant.parse("2024-05-31T22:00:00Z"));
    assertThat(holiday.isAllDay()).isTrue();
    assertThat(holiday.attributes()).isEmpty();
    assertThat(holiday.knownAt()).contains(Instant.parse("2024-05-01T10:00:00Z"));
  }

  @Test
  void givesAnEventTheSameIdentityAtEveryReading() {
    List<Event> first = read(GOOD).events();

    assertThat(read(GOOD).events()).isEqualTo(first);
    assertThat(first).extracting(Event::uid).doesNotHaveDuplicates();
  }

  @Test
  void keepsEveryVersionOfAnEventThatMovesAndOfOneThatIsCalledOff() {
    CalendarRead read =
        read(
            """
            uid,sequence,status,announced_at,start,end,title,category
            m1,0,,,2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,A v B,football_match
            m1,1,confirmed,2024-05-30T09:00:00Z,2024-06-01T19:00:00Z,2024-06-01T21:00:00Z,A v B,football_match
            m2,0,,,2024-06-02T18:00:00Z,2024-06-02T20:00:00Z,C v D,football_match
            m2,1,Cancelled,2024-05-31T09:00:00Z,2024-06-02T18:00:00Z,2024-06-02T20:00:00Z,C v D,football_match
            """);

    assertThat(read.events()).hasSize(4);
    assertThat(read.events().get(3).version().status()).isEqualTo(EventStatus.CANCELLED);
    assertThat(read.calendar().asKnownAt(Instant.parse("2024-05-30T08:00:00Z")).events())
        .extracting(Event::start)
        .containsExactly(
            Instant.parse("2024-06-01T18:00:00Z"), Instant.parse("2024-06-02T18:00:00Z"));
    assertThat(read.calendar().events())
        .extracting(Event::start)
        .containsExactly(Instant.parse("2024-06-01T19:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-06-03T20:00:00Z,2024-06-03T18:00:00Z,E v F,football_match|4:22: the event ends at"
            + " 2024-06-03T18:00:00Z, not after its start 2024-06-03T20:00:00Z; swap the two, or"
            + " correct the date",
        "2024-06-03T18:00:00Z,2024-06-03T18:00:00Z,E v F,football_match|4:22: the event ends at"
            + " 2024-06-03T18:00:00Z, not after its start 2024-06-03T18:00:00Z; swap the two, or"
            + " correct the date",
        "2024-06-03T18:00:00Z,2024-09-03T20:00:00Z,E v F,football_match|4:22: the event lasts more"
            + " than 31 days; correct the date, or list its parts",
        "tomorrow,2024-06-03T20:00:00Z,E v F,football_match|4:1: 'tomorrow' is not a timestamp;"
            + " write ISO-8601 such as 2024-06-01T18:00:00Z",
        "2024-03-31T02:30,2024-03-31T05:00,E v F,football_match|4:1: local time 2024-03-31T02:30"
            + " does not exist in Europe/Paris, clocks go forward then; the next one is"
            + " 2024-03-31T03:00, or write an offset",
        "2024-06-03T18:00:00Z,,E v F,football_match|4:22: end is blank; every event has start, end,"
            + " title, category",
        "2024-06-03T18:00:00Z,2024-06-03T20:00:00Z, ,football_match|4:43: title is blank; every"
            + " event has start, end, title, category",
        "2024-06-03T18:00:00Z,2024-06-03T20:00:00Z,E v F|4: 3 columns where the header has 4; quote"
            + " a value that contains a comma"
      })
  void refusesAnEventThatCannotBeAndReadsOn(String row, String message) {
    CalendarRead read = read(GOOD + row + "\n");

    assertThat(problems(read)).containsExactly("calendar.csv:" + message);
    assertThat(read.events()).hasSize(2);
  }

  @Test
  void refusesAVersionThatIsNone() {
    String text =
        """
        start,end,title,category,sequence,status,announced_at
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,"A, B",football_match,0,,
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,C v D,football_match,,,
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,E v F,football_match,,,
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,"A, B",football_match,first,,
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,A,football_match,1,maybe,
        2024-06-01T18:00:00Z,2024-06-01T20:00:00Z,A,football_match,1,,soon
        """;

    assertThat(problems(read(text)))
        .containsExactly(
            "calendar.csv:5:65: sequence 'first' is not a whole number; write 0 for the first"
                + " version, 1 for the next",
            "calendar.csv:6:62: status 'maybe' is unknown; write confirmed, tentative or cancelled",
            "calendar.csv:7:63: 'soon' is not a timestamp; write ISO-8601 such as"
                + " 2024-06-01T18:00:00Z");
  }

  @Test
  void dropsARepeatedRow() {
    CalendarRead read = read(GOOD + GOOD.lines().skip(1).findFirst().orElseThrow() + "\n");

    assertThat(read.events()).hasSize(2);
    assertThat(read.notes())
        .containsExactly(folder.resolve("calendar.csv") + ": 1 duplicate row dropped");
  }

  @Test
  void takesAHostileTitleAsText() {
    String title = "<script>alert(1)</script>\u0007 =cmd() ${jndi:x} \u202E";
    CalendarRead read =
        read(GOOD + "2024-06-03T18:00:00Z,2024-06-03T20:00:00Z," + title + ",football_match\n");

    assertThat(read.events().get(2).title()).isEqualTo(title);
  }

  @Test
  void readsACalendarWithoutEvents() {
    assertThat(read("start,end,title,category\n").events()).isEmpty();
    assertThatThrownBy(() -> read(""))
        .hasMessageEndingWith("calendar.csv: is empty; its first line must name the columns");
  }

  @Test
  void failsWithEveryColumnThatIsMissing() {
    assertThatThrownBy(() -> read("begin,ends,title\n"))
        .hasMessage(
            String.format(
                "%1$s:1: no column 'start' among 'begin,ends,title'; begin the file with a header"
                    + " such as start,end,title,category%n"
                    + "%1$s:1: no column 'end' among 'begin,ends,title'; did you mean 'ends'?"
                    + " rename it to 'end'%n"
                    + "%1$s:1: no column 'category' among 'begin,ends,title'; begin the file with a"
                    + " header such as start,end,title,category",
                folder.resolve("calendar.csv")));
  }

  @Test
  void failsWhenMostEventsAreRefused() {
    assertThatThrownBy(() -> read("start,end,title,category\nx,y,z,c\n"))
        .hasMessage(
            String.format(
                "%1$s: of 1 line, 1 line refused: 1 not a timestamp; correct what is named below;"
                    + " nothing was used%n"
                    + "%1$s:2:1: 'x' is not a timestamp; write ISO-8601 such as"
                    + " 2024-06-01T18:00:00Z",
                folder.resolve("calendar.csv")));
  }
}
