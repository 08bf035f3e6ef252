package dev.kickoff.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.ListedSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesListFileTest {
  private static final String HEADER =
      "name,data,service,resolution,zone,from,to,every,horizons,calendar\n";

  @TempDir private Path folder;

  private List<ListedSeries> read(String text) {
    try {
      return SeriesListFile.read(Files.writeString(folder.resolve("series.csv"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSeriesIsBacktestedAsFarAsItsLongestHorizonAndHasTheTargetsOfItsRow() {
    ListedSeries series =
        read("name,data,resolution,zone,from,to,every,horizons,calendar,wql_at_most\n"
                + "cup,wc,5,Europe/Paris,2026-06-20,2026-06-21,120,15;1440,yes,0.04;0.2\n")
            .get(0);
    assertThat(series.backtest().horizon()).isEqualTo(Duration.ofDays(1));
    assertThat(series.backtest().from()).isEqualTo("2026-06-19T22:00:00Z");
    assertThat(series.backtest().cutoffs()).hasSize(12);
    assertThat(series.source().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(series.source().hasCalendar()).isTrue();
    assertThat(series.source().service()).isEmpty();
    assertThat(series.goals().loss())
        .isEqualTo(Map.of(Duration.ofMinutes(15), 0.04, Duration.ofDays(1), 0.2));
    assertThat(series.goals().structural()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b,d,,5,UTC,2026-06-20,2026-06-21,60,60,|name 'a b' cannot be used; use 1 to 128",
        "a,/d,,5,UTC,2026-06-20,2026-06-21,60,60,|data '/d' cannot be used; name it relative",
        "a,d,,5,Pariss,2026-06-20,2026-06-21,60,60,|time zone 'Pariss' is unknown; use an IANA",
        "a,d,,5.5,UTC,2026-06-20,2026-06-21,60,60,|resolution '5.5' cannot be used; write whole",
        "a,d,,5,UTC,2026-06-20,2026-06-21,0,60,|every '0' cannot be used; write whole minutes",
        "a,d,,5,UTC,2026-06-21,2026-06-20,60,60,|not after their start",
        "a,d,,5,UTC,2026-06-20,2026-06-21,60,60;60,|write them rising, such as 15;60;1440",
        "a,d,,5,UTC,2026-06-20,2026-06-21,60,60,maybe|calendar 'maybe' cannot be used; write yes",
        "a,,,5,UTC,2026-06-20,2026-06-21,60,60,|data is blank; every series has data",
      })
  void aBadRowRefusesTheListAndNamesPlaceAndRemedy(String row, String problem) {
    assertThatThrownBy(() -> read(HEADER + "ok,d,,5,UTC,2026-06-20,2026-06-21,60,60,\n" + row))
        .hasMessageContaining("series.csv:3:")
        .hasMessageContaining(problem);
  }

  @Test
  void aNameStandsForOneSeriesOnly() {
    String row = "a,d,,5,UTC,2026-06-20,2026-06-21,60,60,\n";
    assertThatThrownBy(() -> read(HEADER + row + row))
        .hasMessageContaining("series.csv:3: 'a' is listed twice; rename one of them");
  }

  @Test
  void aListWithoutRowsOrColumnsIsRefused() {
    assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("lists no series; add a row");
    assertThatThrownBy(() -> read("name,from\n")).hasMessageContaining("no column 'data'");
  }
}
