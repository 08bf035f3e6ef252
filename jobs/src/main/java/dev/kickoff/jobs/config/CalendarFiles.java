package dev.kickoff.jobs.config;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.model.calendar.CalendarMerge;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.Region;
import dev.kickoff.model.demand.DemandSeries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calendars that a run was given, read as one.
 *
 * @param files in the order of their authority; none for a run without events
 * @param zone of days, and of times without a zone of their own
 * @param regions where people live; empty when events of every region count
 */
public record CalendarFiles(List<Path> files, ZoneId zone, List<Region> regions) {
  public CalendarFiles {
    files = List.copyOf(files);
    regions = List.copyOf(regions);
  }

  /**
   * One reading of all files.
   *
   * @param versions every version of every event that counts
   * @param feeds each file as it was read, in the order of the files
   * @param notes what was merged or left out
   */
  public record Reading(List<Event> versions, List<CalendarRead> feeds, List<String> notes) {
    public Reading {
      versions = List.copyOf(versions);
      feeds = List.copyOf(feeds);
      notes = List.copyOf(notes);
    }

    /** How many parts of the files could not be read, or not wholly. */
    public int refused() {
      return feeds.stream().mapToInt(feed -> feed.problems().total()).sum();
    }

    /** The events as a calendar, its revisions in the order in which they became known. */
    public EventCalendar calendar() {
      return EventCalendar.published(versions);
    }
  }

  /** Which occurrences of recurring events matter to this demand, at least one series. */
  public static OccurrenceWindow window(Collection<DemandSeries> demand) {
    Instant start = demand.stream().map(DemandSeries::start).min(Instant::compareTo).orElseThrow();
    Instant end = demand.stream().map(DemandSeries::until).max(Instant::compareTo).orElseThrow();
    return OccurrenceWindow.forDemand(start, end);
  }

  /**
   * Reads every file, merges what several of them have, and leaves out what other regions have.
   *
   * @param window which occurrences of recurring events are read
   * @throws dev.kickoff.connectors.InputException when one of them cannot be used
   */
  public Reading read(OccurrenceWindow window) {
    List<CalendarRead> feeds = new ArrayList<>();
    List<CalendarMerge.Feed> named = new ArrayList<>();
    for (Path file : files) {
      CalendarRead read = Inputs.calendar(file, zone, window);
      feeds.add(read);
      named.add(new CalendarMerge.Feed(file.toString(), read.events()));
    }
    CalendarMerge merged = CalendarMerge.of(named);
    List<Event> here =
        merged.events().stream().filter(event -> Region.matters(event, regions)).toList();
    List<String> notes = new ArrayList<>(merged.notes());
    int elsewhere = merged.events().size() - here.size();
    if (elsewhere > 0) {
      notes.add(
          elsewhere
              + (elsewhere == 1 ? " whole-day event" : " whole-day events")
              + " of other regions than "
              + regions.stream().map(Region::code).collect(Collectors.joining(", "))
              + " left out");
    }
    return new Reading(here, feeds, notes);
  }

  /** What tells these calendars from others: their absolute paths, and the regions. */
  public String name() {
    return Stream.concat(
            files.stream().map(file -> file.toAbsolutePath().normalize().toString()),
            regions.stream().map(Region::code))
        .collect(Collectors.joining("|"));
  }
}
