package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.model.calendar.EventCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarWatchTest {
  @TempDir private Path folder;
  private final List<String> taken = new ArrayList<>();
  private Path file = Path.of("");
  private CalendarWatch watch = new CalendarWatch(CalendarFeed.NONE, reading -> taken.add("never"));

  @BeforeEach
  void watchAFile() throws IOException {
    file = folder.resolve("calendar.csv");
    write("one", 1);
    CalendarFeed feed = new CalendarFeed(List.of(file), this::read);
    watch = new CalendarWatch(feed, reading -> taken.add(content()));
    lookTwice();
    taken.clear();
  }

  private String content() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private CalendarReading read() {
    if (content().startsWith("bad")) {
      throw new InputException(
          new Problem(Place.of("calendar.csv"), ProblemKind.MALFORMED, "is bad", "mend it"));
    }
    return new CalendarReading(EventCalendar.empty(), OptionalInt.of(0));
  }

  private void write(String text, long atSecond) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(atSecond * 1000));
  }

  private void lookTwice() {
    watch.look();
    watch.look();
  }

  @Test
  void readsAFileAgainOnceItHasChangedAndIsAtRest() throws IOException {
    lookTwice();
    assertThat(taken).isEmpty();

    write("two", 2);
    watch.look();
    assertThat(taken).as("it may still be written").isEmpty();
    watch.look();
    assertThat(taken).containsExactly("two");
    lookTwice();
    assertThat(taken).containsExactly("two");
  }

  @Test
  void doesNotReadAFileThatWasOnlyTouched() throws IOException {
    write("one", 9);
    lookTwice();

    assertThat(taken).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsAProblemUntilItCan() throws IOException {
    write("bad", 2);
    lookTwice();
    assertThat(watch.problem()).get().asString().endsWith("calendar.csv: is bad; mend it");

    Files.delete(file);
    lookTwice();
    assertThat(watch.problem()).get().asString().contains("the events stay as they were");

    write("three", 3);
    lookTwice();
    assertThat(watch.problem()).isEmpty();
    assertThat(taken).containsExactly("three");
  }

  @Test
  void aProblemEndsWhenTheFileIsWhatItWas() throws IOException {
    write("bad", 2);
    lookTwice();
    write("one", 3);
    lookTwice();

    assertThat(watch.problem()).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void looksByItself() throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    CalendarFeed feed = new CalendarFeed(List.of(file), this::read);
    try (CalendarWatch own = new CalendarWatch(feed, reading -> changed.countDown())) {
      own.start();
      assertThat(changed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
