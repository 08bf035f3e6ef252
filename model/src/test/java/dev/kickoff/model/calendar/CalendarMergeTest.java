package dev.kickoff.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.CalendarMerge.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarMergeTest {
  private static final Instant NOON = Fixtures.NOON;

  private static CalendarMerge merge(List<Event> first, List<Event> second) {
    return CalendarMerge.of(List.of(new Feed("a.ics", first), new Feed("b.csv", second)));
  }

  @Test
  void anEventOfTwoFeedsStandsOnceWithTheAttributesOfBoth() {
    Event a = Fixtures.match("a", "Reds v Blues", NOON, Map.of("stage", "final"));
    Event b =
        Fixtures.match(
            "b", "REDS vs. Blues", NOON.plusSeconds(300), Map.of("stage", "semi", "tier", "1"));

    CalendarMerge merged = merge(List.of(a), List.of(b, Fixtures.match("c", "Greens v Whites")));

    assertThat(merged.events()).extracting(Event::uid).containsExactly("a", "c");
    assertThat(merged.events().get(0).start()).isEqualTo(NOON);
    assertThat(merged.events().get(0).attributes())
        .isEqualTo(Map.of("stage", "final", "tier", "1"));
    assertThat(merged.notes())
        .containsExactly(
            "b.csv: 'REDS vs. Blues' at 2026-06-20T12:05:00Z is 'Reds v Blues' of a.ics, which adds"
                + " tier");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Reds v Blues|Blues - Reds|true
          Reds v Blues|Cup final: Reds vs Blues|true
          Málaga v Real Betis|MALAGA V BETIS|true
          Group A Brazil v Norway|Group A Morocco v Scotland|false
          Group A: Brazil v Norway|Group A: Morocco v Scotland|false
          Manchester United v Reds|Manchester City v Reds|false
          Reds v Blues|Reds Women v Blues Women|false
          Launch of Hades II|Hades II launch|true
          Season 3 of Reef begins|Season 4 of Reef begins|false
          Summer Sale|Steam Summer Sale 2026|true
          Summer Sale|Winter Sale|false
          The|A|false
          !!!|???|false
          """)
  void tellsTheSameEventByItsNames(String one, String other, boolean same) {
    CalendarMerge merged =
        merge(List.of(Fixtures.match("a", one)), List.of(Fixtures.match("b", other)));

    assertThat(merged.events()).hasSize(same ? 1 : 2);
    assertThat(merged.notes()).hasSize(same ? 1 : 0);
  }

  @Test
  void keepsApartWhatDiffersInStartCategoryOrRegion() {
    Event a = Fixtures.match("a", "Reds v Blues");
    Event later = Fixtures.match("b", "Reds v Blues", NOON.plusSeconds(601), Map.of());
    Event show =
        new Event("c", "Reds v Blues", "show", NOON, a.end(), Map.of(), EventVersion.FIRST);
    assertThat(merge(List.of(a), List.of(later, show)).events()).hasSize(3);

    Event ny = Fixtures.holiday("h", "Emancipation Day", Map.of("region", "US-NY"));
    Event fr = Fixtures.holiday("i", "Emancipation Day", Map.of("region", "FR"));
    Event sameNy = Fixtures.holiday("j", "Emancipation day", Map.of("region", "us-ny"));
    assertThat(merge(List.of(ny), List.of(fr, sameNy)).events())
        .extracting(Event::uid)
        .containsExactly("h", "i");
  }

  @Test
  void neverMergesWithinOneFeedNorTwoEventsIntoOne() {
    Event a = Fixtures.match("a", "Reds v Blues");
    Event b = Fixtures.match("b", "Reds v Blues");
    Event c = Fixtures.match("c", "Reds v Blues");

    assertThat(merge(List.of(a, b), List.of()).events()).hasSize(2);
    assertThat(merge(List.of(a), List.of(b, c)).events())
        .extracting(Event::uid)
        .containsExactly("a", "c");
  }

  @Test
  void keepsEveryVersionOfTheFirstFeedsEventAndNoneOfTheSeconds() {
    Event a = Fixtures.match("a", "Reds v Blues");
    Event moved = Fixtures.moved(a, Duration.ofHours(1), 1, NOON.minusSeconds(600));
    Event same = Fixtures.match("a", "Something else", NOON.plusSeconds(9000), Map.of("tier", "1"));

    CalendarMerge merged = merge(List.of(a, moved), List.of(same));

    assertThat(merged.events()).hasSize(2).allMatch(e -> e.attributes().containsKey("tier"));
    assertThat(EventCalendar.published(merged.events()).events())
        .extracting(Event::start)
        .containsExactly(NOON.plusSeconds(3600));
  }

  @Test
  void holidaysMatterWherePeopleLive() {
    Event us = Fixtures.holiday("us", "Independence Day", Map.of("region", "US"));
    Event ny = Fixtures.holiday("ny", "Election Day", Map.of("region", "us-ny, US-NJ"));
    Event everywhere = Fixtures.holiday("all", "New Year", Map.of());
    Event match = Fixtures.match("m", "Reds v Blues", NOON, Map.of("region", "FR"));

    assertThat(mattering("US-NY", us, ny, everywhere, match))
        .containsExactly("us", "ny", "all", "m");
    assertThat(mattering("US", us, ny, everywhere, match)).containsExactly("us", "all", "m");
    assertThat(mattering("FR", us, ny, everywhere, match)).containsExactly("all", "m");
    assertThat(mattering("USA", us)).isEmpty();
    assertThat(Region.matters(ny, List.of())).isTrue();
  }

  private static List<String> mattering(String region, Event... events) {
    return List.of(events).stream()
        .filter(event -> Region.matters(event, List.of(new Region(region))))
        .map(Event::uid)
        .toList();
  }
}
