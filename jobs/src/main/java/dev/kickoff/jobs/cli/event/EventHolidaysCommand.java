package dev.kickoff.jobs.cli.event;

import dev.kickoff.connectors.csv.CsvLine;
import dev.kickoff.connectors.holidays.PublicHolidays;
import dev.kickoff.model.calendar.Region;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff event holidays}: the public holidays of regions, as a calendar. */
@Command(
    name = "holidays",
    description = {
      "Prints the public holidays of regions as a calendar CSV for --calendar. The rules come with",
      "this program; nothing is fetched. Days are those of the --zone it is read with."
    },
    footer = {
      "",
      "Example:",
      "  kickoff event holidays --region FR --region US-NY --year 2026 --year 2027 > holidays.csv"
    })
final class EventHolidaysCommand implements Runnable {
  private static final List<String> HEADER =
      List.of("start", "end", "title", "category", "region", "uid");

  @Option(
      names = "--region",
      required = true,
      paramLabel = "REGION",
      description = "A country such as FR, or a part such as US-NY; may be repeated.")
  private List<Region> regions = List.of();

  @Option(
      names = "--year",
      required = true,
      paramLabel = "YEAR",
      description = "A year, 1970 to 2199; may be repeated.")
  private List<Integer> years = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    StringBuilder csv = new StringBuilder(CsvLine.of(HEADER)).append('\n');
    for (Region region : regions) {
      for (int year : years) {
        for (PublicHolidays.Day day : PublicHolidays.of(region, year)) {
          csv.append(CsvLine.of(row(region, day))).append('\n');
        }
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(csv);
    out.flush();
  }

  private static List<String> row(Region region, PublicHolidays.Day day) {
    return List.of(
        day.date().toString(),
        day.date().plusDays(1).toString(),
        day.title(),
        "holiday",
        region.code(),
        "holiday/" + region.code() + "/" + day.date());
  }
}
