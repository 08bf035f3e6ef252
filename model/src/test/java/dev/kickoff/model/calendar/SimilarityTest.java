package dev.kickoff.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Similarity.Likeness;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant SATURDAY_EVENING = Instant.parse("2026-06-20T19:00:00Z");

  @Test
  void sameHourAndKindOfDayComesFirst() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of());
    Event evening = match("last Saturday evening", SATURDAY_EVENING.minus(days(7)), Map.of());
    Event noon = match("last Saturday noon", evening.start().minus(Duration.ofHours(7)), Map.of());
    Event weekday = match("Wednesday evening", SATURDAY_EVENING.minus(days(10)), Map.of());
    assertThat(titles(rank(coming, List.of(noon, weekday, evening))))
        .containsExactly("last Saturday evening", "Wednesday evening", "last Saturday noon");
  }

  @Test
  void hoursAreThoseOfTheClockOnTheWall() {
    // Both at 20:00 in Paris, an hour apart in UTC because the clocks changed in between.
    Event coming = match("summer", Instant.parse("2026-03-30T18:00:00Z"), Map.of());
    Event winter = match("winter", Instant.parse("2026-03-27T19:00:00Z"), Map.of());
    Event hourOff = match("an hour off", Instant.parse("2026-03-27T18:00:00Z"), Map.of());
    assertThat(titles(rank(coming, List.of(hourOff, winter)))).startsWith("winter");
  }

  @Test
  void closerExpectedAudienceWeighsMore() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of("expected_audience", "1000000"));
    Event big =
        match("big", SATURDAY_EVENING.minus(days(14)), Map.of("expected_audience", "900000"));
    Event small =
        match("small", SATURDAY_EVENING.minus(days(7)), Map.of("expected_audience", "50000"));
    List<Likeness> ranked = rank(coming, List.of(small, big));
    assertThat(titles(ranked)).startsWith("big");
    assertThat(ranked.get(0).alike()).contains("expected_audience");
    assertThat(ranked.get(1).alike()).doesNotContain("expected_audience");
  }

  @Test
  void sharedWordsWeighMoreAndAreNamed() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of("stage", "final"));
    Event other = match("group", SATURDAY_EVENING.minus(days(7)), Map.of("stage", "group"));
    Event same = match("final", SATURDAY_EVENING.minus(days(7)), Map.of("stage", "final"));
    List<Likeness> ranked = rank(coming, List.of(other, same));
    assertThat(titles(ranked)).startsWith("final");
    assertThat(ranked.get(0).alike()).contains("stage final");
  }

  @Test
  void eventsThatStartTogetherResembleThoseThatDo() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of());
    Event beside = match("beside", SATURDAY_EVENING.plusSeconds(600), Map.of());
    Event alone = match("alone", SATURDAY_EVENING.minus(days(7)), Map.of());
    Event pair = match("pair", SATURDAY_EVENING.minus(days(14)), Map.of());
    Event twin = match("twin", SATURDAY_EVENING.minus(days(14)), Map.of());
    EventCalendar calendar = EventCalendar.of(List.of(coming, beside, alone, pair, twin));
    List<Likeness> ranked =
        new Similarity(PARIS, calendar).rank(coming, List.of(alone, pair, twin));
    assertThat(titles(ranked)).endsWith("alone");
  }

  @Test
  void neitherLaterEventsNorOtherCategoriesNorItselfAreNeighbours() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of());
    Event later = match("later", SATURDAY_EVENING.plus(days(1)), Map.of());
    Event release = event("release", "game_release", SATURDAY_EVENING.minus(days(1)), Map.of());
    assertThat(rank(coming, List.of(coming, later, release))).isEmpty();
  }

  @Test
  void weightsLieAboveZeroAndAtMostOne() {
    Event coming = match("coming", SATURDAY_EVENING, Map.of("expected_audience", "1000000"));
    Event unlike =
        match(
            "unlike",
            SATURDAY_EVENING.minus(Duration.ofHours(700)),
            Map.of("expected_audience", "1"));
    Event alike = match("alike", SATURDAY_EVENING.minus(days(7)), Map.of());
    assertThat(rank(coming, List.of(unlike, alike)))
        .allSatisfy(each -> assertThat(each.weight()).isGreaterThan(0).isLessThanOrEqualTo(1));
  }

  private static List<Likeness> rank(Event coming, List<Event> past) {
    return new Similarity(PARIS, EventCalendar.of(past)).rank(coming, past);
  }

  private static List<String> titles(List<Likeness> ranked) {
    return ranked.stream().map(each -> each.event().title()).toList();
  }

  private static Event match(String title, Instant start, Map<String, String> attributes) {
    return event(title, "football_match", start, attributes);
  }

  private static Event event(
      String title, String category, Instant start, Map<String, String> attributes) {
    return new Event(
        title,
        title,
        category,
        start,
        start.plus(Duration.ofHours(2)),
        attributes,
        new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED));
  }

  private static Duration days(int count) {
    return Duration.ofDays(count);
  }
}
