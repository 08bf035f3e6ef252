package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import dev.kickoff.model.forecast.method.Methods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTraceTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void beatsTheSeasonalNaiveOnTaxiRides() throws IOException {
    Path file = data().resolve("nyc_taxi/metrics.csv");
    assumeThat(file).as("real traces are absent, nothing is checked on them").exists();
    DemandSeries rides = read(file);
    Backtest backtest =
        new Backtest(
            Instant.parse("2014-10-20T00:00:00Z"),
            Instant.parse("2014-11-20T00:00:00Z"),
            Duration.ofMinutes(4080),
            rides.step(),
            DAY);
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(ZoneId.of("America/New_York")));
    Backtest.Trace trace = new Backtest.Trace(new Service("taxi"), rides, EventCalendar.empty());
    Scoreboard board = new Scoreboard(rides, EventCalendar.empty(), backtest.from(), List.of(DAY));
    backtest.cutoffs().forEach(at -> board.add(backtest.at(at, trace, desk)));
    ForecastScore score = board.overall().get(DAY);
    assertThat(score).isNotNull();
    assertThat(score.versusSeasonal()).hasValueSatisfying(r -> assertThat(r).isLessThan(0.8));
    assertThat(score.coverage()[2]).isBetween(0.9, 0.99);
  }

  private static DemandSeries read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    DemandSeries.Builder builder =
        DemandSeries.builder(Instant.parse(lines.get(1).split(",")[0]), Duration.ofMinutes(30));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      builder.set(Instant.parse(cells[0]), Double.parseDouble(cells[1]));
    }
    return builder.build();
  }

  /** The folder of real traces: the property {@code kickoff.data}, or beside a parent folder. */
  private static Path data() {
    String named = System.getProperty("kickoff.data");
    Path folder = Path.of("").toAbsolutePath();
    while (named == null && folder.getParent() != null) {
      if (Files.isDirectory(folder.resolve("shared/data"))) {
        return folder.resolve("shared/data");
      }
      folder = folder.getParent();
    }
    return Path.of(named == null ? "absent" : named);
  }
}
