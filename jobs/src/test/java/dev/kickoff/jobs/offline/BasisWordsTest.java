package dev.kickoff.jobs.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.EventOutlook.Neighbour;
import dev.kickoff.model.forecast.ForecastBasis;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasisWordsTest {
  private static final Instant KICK_OFF = Instant.parse("1998-06-23T19:00:00Z");

  private static BucketChoice choice(long from, long until, String method) {
    return new BucketChoice(from, until, method, "it lost least", List.of());
  }

  @Test
  void rangesWithTheSameMethodAreSaidOnce() {
    ForecastBasis basis =
        new ForecastBasis(
            List.of(
                choice(0, 5, "last-value"),
                choice(5, 15, "mean"),
                choice(15, 120, "mean"),
                choice(120, 2880, "event-ridge")),
            List.of());
    assertThat(BasisWords.of(basis))
        .containsExactly(
            "chosen by rehearsal: last-value to 5 min, mean to 2 h, event-ridge beyond");
  }

  @Test
  void oneMethodAtEveryHorizonIsSaidSo() {
    ForecastBasis basis =
        new ForecastBasis(List.of(choice(0, 5, "mean"), choice(5, 15, "mean")), List.of());
    assertThat(BasisWords.of(basis)).containsExactly("chosen by rehearsal: mean at every horizon");
  }

  @Test
  void anEventNamesTheThreeItIsMostLike() {
    List<Neighbour> neighbours =
        List.of(
            new Neighbour("a", "A v B", KICK_OFF, 0.31, List.of("time of day")),
            new Neighbour("c", "C v D", KICK_OFF, 0.2, List.of("time of day", "stage")),
            new Neighbour("e", "E v F", KICK_OFF, 0.1, List.of()),
            new Neighbour("g", "G v H", KICK_OFF, 0.05, List.of()));
    EventOutlook event = new EventOutlook("x", "X v Y", KICK_OFF, neighbours, "24 like it");
    assertThat(BasisWords.of(new ForecastBasis(List.of(), List.of(event))))
        .containsExactly(
            "X v Y at 1998-06-23T19:00:00Z: 24 like it; most like A v B 0.31 (time of day); "
                + "C v D 0.20 (time of day, stage); E v F 0.10");
  }
}
