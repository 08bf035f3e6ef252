package dev.kickoff.jobs.offline.longrange;

import dev.kickoff.jobs.offline.ForecastRows;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.longrange.DayPeak;
import dev.kickoff.model.forecast.longrange.EventPeak;
import dev.kickoff.model.forecast.longrange.LongRangeOutlook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a look at the weeks ahead: {@code long-range.csv} ({@code day,quantile,value}),
 * {@code long-range-events.csv} ({@code start,title,quantile,value}), both with {@code service}
 * last where there are several, and {@code long-range.html}. Equal outlooks give equal bytes.
 */
public final class LongRangeFiles {
  private LongRangeFiles() {}

  /** Writes all of them into {@code folder}, which is made when it is missing. */
  public static void write(Path folder, List<LongRangeOutlook> outlooks, LongRangePage page) {
    StringBuilder days = new StringBuilder("day,quantile,value");
    StringBuilder events = new StringBuilder("start,title,quantile,value");
    boolean several = outlooks.size() > 1;
    days.append(several ? ",service\n" : "\n");
    events.append(several ? ",service\n" : "\n");
    for (LongRangeOutlook outlook : outlooks) {
      String tail = several ? "," + outlook.service() + "\n" : "\n";
      for (DayPeak day : outlook.days()) {
        rows(days, day.day().toString(), day.peak(), tail);
      }
      for (EventPeak event : outlook.events()) {
        String title = "\"" + event.event().title().replace("\"", "\"\"") + "\"";
        rows(events, event.event().start() + "," + title, event.peak(), tail);
      }
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("long-range.csv"), days);
      Files.writeString(folder.resolve("long-range-events.csv"), events);
      Files.write(
          folder.resolve("long-range.html"), page.html(outlooks).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private static void rows(StringBuilder csv, String head, Quantiles quantiles, String tail) {
    double[] levels = Quantiles.levels();
    for (int i = 0; i < levels.length; i++) {
      csv.append(head).append(',').append(levels[i]).append(',');
      csv.append(ForecastRows.number(quantiles.values()[i])).append(tail);
    }
  }
}
