package dev.kickoff.jobs.collect;

import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.jobs.collect.feed.FeedFetch;
import dev.kickoff.jobs.config.CalendarFiles;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.jobs.config.collect.CollectSettings;
import dev.kickoff.jobs.config.collect.CollectSettings.Calendar;
import dev.kickoff.jobs.local.CalendarReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendars that are read again and again, as one.
 *
 * <p>A calendar that cannot be read stays as it was read last. Until each has been read once,
 * nothing is taken for deleted: what one of them would have said is not known.
 */
final class CalendarPoll {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarPoll.class);

  private final List<Calendar> calendars;
  private final ZoneId zone;
  private final Path folder;
  private final FeedFetch fetch;
  private final BiConsumer<CalendarReading, Instant> taker;
  private final Map<String, Path> read = new TreeMap<>();

  /**
   * @param settings the calendars, the hosts they may be at, and the zone of their times
   * @param folder where copies of what was read last are kept
   * @param taker is given each reading, and when it was made
   */
  CalendarPoll(CollectSettings settings, Path folder, BiConsumer<CalendarReading, Instant> taker) {
    this.calendars = settings.calendars();
    this.zone = settings.zone();
    this.fetch = new FeedFetch(settings.hosts());
    this.folder = folder;
    this.taker = taker;
  }

  /** How often the calendars are read: as often as the most impatient of them. */
  Duration every() {
    return calendars.stream().map(Calendar::every).min(Duration::compareTo).orElseThrow();
  }

  /** Reads all of them; false when any could not be read. */
  boolean poll(Instant now) {
    OccurrenceWindow window = OccurrenceWindow.around(now);
    boolean whole = true;
    for (int i = 0; i < calendars.size(); i++) {
      Calendar calendar = calendars.get(i);
      try {
        read.put(calendar.name(), keep(calendar, i, window));
      } catch (IOException | RuntimeException e) { // one calendar stops no other
        LOG.warn("{} stays as it was read last: {}", calendar.name(), e.getMessage());
        whole = false;
      }
    }
    List<Path> files = new ArrayList<>();
    calendars.stream()
        .map(calendar -> read.get(calendar.name()))
        .filter(java.util.Objects::nonNull)
        .forEach(files::add);
    if (!files.isEmpty()) {
      CalendarFiles.Reading reading = new CalendarFiles(files, zone, List.of()).read(window);
      boolean all = files.size() == calendars.size();
      OptionalInt refused = all ? OptionalInt.of(reading.refused()) : OptionalInt.empty();
      taker.accept(new CalendarReading(reading.calendar(), refused), now);
    }
    return whole;
  }

  /** A copy of what the calendar says now, which can be read. */
  private Path keep(Calendar calendar, int index, OccurrenceWindow window) throws IOException {
    byte[] bytes = bytes(calendar);
    String head = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.UTF_8);
    String ending = head.contains("BEGIN:VCALENDAR") ? ".ics" : ".csv";
    Path candidate = Files.write(folder.resolve(index + "-new" + ending), bytes);
    Inputs.calendar(candidate, zone, window);
    return Files.move(
        candidate, folder.resolve(index + ending), StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] bytes(Calendar calendar) throws IOException {
    if (!"file".equals(calendar.url().getScheme())) {
      return fetch.fetch(calendar.url(), calendar.allowPrivate());
    }
    Path file = Path.of(calendar.url());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(FeedFetch.MOST_BYTES + 1);
      if (bytes.length > FeedFetch.MOST_BYTES) {
        throw new IOException(file + " is over " + FeedFetch.MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
