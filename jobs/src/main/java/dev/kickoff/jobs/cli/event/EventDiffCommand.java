package dev.kickoff.jobs.cli.event;

import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.config.CalendarFiles;
import dev.kickoff.jobs.config.ReadReport;
import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.EventCalendar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kickoff event diff}: what another reading of a calendar would change. */
@Command(
    name = "diff",
    description = {
      "Compares two calendars and changes nothing. Events are the same that have the same UID. A",
      "new calendar that is empty, or has lost over half of the events ahead, is called suspicious."
    },
    footer = {
      "",
      "Example:",
      "  kickoff event diff calendar.ics calendar-new.ics --zone Europe/Paris -o json"
    })
final class EventDiffCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "OLD", description = "The calendar as it is: .ics or CSV.")
  private Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The calendar as it would be.")
  private Path fresh = Path.of("");

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "The time zone people live in (default: UTC).")
  private ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "What is ahead starts after this (default: now). Recurring events are read from a year",
        "before it to two years after it."
      })
  private @Nullable Instant at;

  @Mixin private OutputOption output = new OutputOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    Instant now = Optional.ofNullable(at).orElseGet(Instant::now);
    OccurrenceWindow window = OccurrenceWindow.around(now);
    EventCalendar before = read(old, window);
    CalendarDiff diff = CalendarDiff.between(before, read(fresh, window));
    DiffReport report = new DiffReport(diff, diff.suspicion(before, now));
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(report.json());
    } else {
      out.print(report.text());
    }
    out.flush();
  }

  private EventCalendar read(Path file, OccurrenceWindow window) {
    CalendarFiles.Reading read = new CalendarFiles(List.of(file), zone, List.of()).read(window);
    ReadReport report = new ReadReport(spec.commandLine().getErr());
    read.feeds().forEach(feed -> report.of(feed.problems(), "event", feed.notes()));
    return read.calendar();
  }
}
