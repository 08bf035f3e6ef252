package dev.kickoff.model.override;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverrideBookTest {
  private static OperatorOverride order(String id, Kind kind, int hosts) {
    return order(id, Optional.empty(), kind, hosts);
  }

  private static OperatorOverride order(String id, Optional<String> group, Kind kind, int hosts) {
    return new OperatorOverride(
        id, group, kind, hosts, NOON, NOON.plusSeconds(3_600), "ada", "a test");
  }

  private static List<String> ids(OverrideBook book, String group, Instant at) {
    return book.inForce(group, at).stream().map(OperatorOverride::id).toList();
  }

  @Test
  void leavesNoTraceOfAnOrderBeforeItBeginsAndFromItsEndOn() {
    OverrideBook book = OverrideBook.empty().with(order("a", Kind.PIN, 5));
    assertThat(ids(book, "g", NOON.minusMillis(1))).isEmpty();
    assertThat(ids(book, "g", NOON)).containsExactly("a");
    assertThat(ids(book, "g", NOON.plusMillis(3_599_999))).containsExactly("a");
    assertThat(ids(book, "g", NOON.plusSeconds(3_600))).isEmpty();
  }

  @Test
  void concernsTheGroupThatIsNamedOrEveryGroup() {
    OverrideBook book =
        OverrideBook.empty()
            .with(order("all", Kind.PIN, 5))
            .with(order("one", Optional.of("g"), Kind.PIN, 4));
    assertThat(ids(book, "g", NOON)).containsExactly("one", "all");
    assertThat(ids(book, "h", NOON)).containsExactly("all");
    assertThat(book.concerning("h", NOON).overrides())
        .extracting(OperatorOverride::id)
        .containsExactly("all");
  }

  @Test
  void keepsWhatIsInForceWillBeOrHasJustEnded() {
    OverrideBook book = OverrideBook.empty().with(order("a", Kind.PIN, 5));
    assertThat(book.concerning("g", NOON.minusSeconds(60)).overrides()).hasSize(1);
    assertThat(book.concerning("g", NOON.plusSeconds(7_199)).overrides()).hasSize(1);
    assertThat(book.concerning("g", NOON.plusSeconds(7_200)).overrides()).isEmpty();
  }

  @Test
  void knowsTheStrongestFreeze() {
    OverrideBook book = OverrideBook.empty().with(order("f", Kind.FREEZE, 0));
    book = book.with(order("in", Kind.FREEZE_IN, 0));
    assertThat(book.freezeOf("g", NOON)).map(OperatorOverride::id).hasValue("f");
    assertThat(book.freezeOf("g", NOON.minusSeconds(1))).isEmpty();
    assertThat(book.with(order("z", Kind.FREEZE_EVERYTHING, 0)).freezeOf("g", NOON))
        .map(OperatorOverride::id)
        .hasValue("z");
  }

  @Test
  void putsTheStrongestFirstAndOfOneKindTheStrictest() {
    OverrideBook book = OverrideBook.empty();
    book = book.with(order("floor-5", Kind.FLOOR, 5)).with(order("floor-9", Kind.FLOOR, 9));
    book = book.with(order("ceiling-7", Kind.CEILING, 7)).with(order("ceiling-6", Kind.CEILING, 6));
    book = book.with(order("pin-8", Kind.PIN, 8)).with(order("pin-3", Kind.PIN, 3));
    book = book.with(order("ok-1", Kind.APPROVAL, 1)).with(order("ok-2", Kind.APPROVAL, 2));
    book = book.with(order("out", Kind.FREEZE_OUT, 0)).with(order("in", Kind.FREEZE_IN, 0));
    book = book.with(order("f", Kind.FREEZE, 0)).with(order("all", Kind.FREEZE_EVERYTHING, 0));
    assertThat(ids(book, "g", NOON))
        .containsExactly(
            "all",
            "f",
            "in",
            "out",
            "pin-3",
            "pin-8",
            "ceiling-6",
            "ceiling-7",
            "floor-9",
            "floor-5",
            "ok-2",
            "ok-1");
    assertThat(book.strictest(Kind.FLOOR, "g", NOON)).map(OperatorOverride::id).hasValue("floor-9");
    assertThat(book.strictest(Kind.FLOOR, "g", NOON.minusSeconds(1))).isEmpty();
    assertThat(book.without("pin-3").strictest(Kind.PIN, "g", NOON))
        .map(OperatorOverride::hosts)
        .hasValue(8);
  }

  @Test
  void replacesAnOrderByItsNewerVersion() {
    OperatorOverride order = order("a", Kind.PIN, 5);
    OverrideBook book = OverrideBook.empty().with(order).with(order.endingAt(NOON.plusSeconds(60)));
    assertThat(book.overrides()).hasSize(1);
    assertThat(ids(book, "g", NOON.plusSeconds(60))).isEmpty();
    assertThat(OverrideBook.empty().overrides()).isEmpty();
  }

  @Test
  void isTheSameBookInWhateverOrderItWasWritten() {
    OperatorOverride a = order("a", Kind.PIN, 5);
    OperatorOverride b = order("b", Kind.PIN, 5);
    assertThat(new OverrideBook(List.of(b, a))).isEqualTo(new OverrideBook(List.of(a, b)));
    assertThatThrownBy(() -> new OverrideBook(List.of(a, b, a)))
        .hasMessage("override a stands twice");
  }

  @Test
  void refusesAnOrderWithoutAnEndAnAuthorOrASize() {
    OperatorOverride a = order("a", Kind.PIN, 5);
    assertThat(a.endingAt(NOON.plus(Duration.ofHours(24))).until())
        .isEqualTo(NOON.plus(Duration.ofHours(24)));
    assertThatThrownBy(() -> a.endingAt(NOON.plus(Duration.ofHours(24)).plusSeconds(1)))
        .hasMessageContaining("must end within PT24H");
    assertThatThrownBy(() -> a.endingAt(NOON)).hasMessageContaining("must end within");
    assertThatThrownBy(() -> order("a", Kind.PIN, 0)).hasMessage("a PIN of 0 hosts");
    assertThatThrownBy(() -> order("a", Kind.FREEZE, 1)).hasMessage("a FREEZE of 1 hosts");
    assertThat(order("a", Kind.PIN, 1).hosts()).isEqualTo(1);
  }

  @Test
  void warnsAQuarterOfAnHourAndFiveMinutesBeforeAnEnd() {
    OperatorOverride pin = order("a", Kind.PIN, 5);
    OverrideBook book = OverrideBook.empty().with(pin);
    assertThat(book.expiring(NOON.plusSeconds(2_699))).isEmpty();
    assertThat(book.expiring(NOON.plusSeconds(2_700)))
        .containsExactly(new OverrideBook.Expiry(pin, Duration.ofMinutes(15)));
    assertThat(book.expiring(NOON.plusSeconds(3_300)))
        .containsExactly(new OverrideBook.Expiry(pin, Duration.ofMinutes(5)));
    assertThat(book.expiring(NOON.plusSeconds(3_600))).isEmpty();
    assertThat(book.expiring(NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void letsAGroupForecastOnlyForAMonthAndNothingElseForMoreThanADay() {
    Instant month = NOON.plus(Duration.ofDays(30));
    OperatorOverride only =
        new OperatorOverride(
            "o", Optional.of("g"), Kind.FORECAST_ONLY, 0, NOON, month, "ada", "a trial");
    OverrideBook book = OverrideBook.empty().with(only);
    assertThat(book.forecastOnly("g", month.minusMillis(1))).isTrue();
    assertThat(book.forecastOnly("g", month)).isFalse();
    assertThat(book.forecastOnly("h", NOON)).isFalse();
    assertThatThrownBy(() -> only.endingAt(month.plusMillis(1)))
        .hasMessageContaining("must end within PT720H");
    assertThatThrownBy(() -> order("f", Kind.FREEZE, 0).endingAt(month))
        .hasMessageContaining("must end within PT24H");
  }
}
