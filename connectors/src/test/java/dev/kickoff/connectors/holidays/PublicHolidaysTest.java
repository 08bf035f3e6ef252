package dev.kickoff.connectors.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.calendar.Region;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {
  private static List<String> days(String region, int year) {
    return PublicHolidays.of(new Region(region), year).stream()
        .map(day -> day.date() + " " + day.title())
        .toList();
  }

  @Test
  void knowsFixedAndMovableDaysOfACountry() {
    assertThat(days("FR", 2026))
        .contains("2026-04-06 Easter Monday", "2026-05-14 Ascension Day", "2026-07-14 National Day")
        .hasSize(11)
        .isSorted();
  }

  @Test
  void addsThoseOfAPartToThoseOfItsCountry() {
    assertThat(days("AU-VIC", 2026)).contains("2026-11-03 Melbourne Cup");
    assertThat(days("AU-NSW", 2026)).doesNotContain("2026-11-03 Melbourne Cup");
    assertThat(days("de-by", 2026)).contains("2026-01-06 Epiphany");
    assertThat(days("DE-HH", 2026)).doesNotContain("2026-01-06 Epiphany");
    assertThat(days("us-ny", 2026)).contains("2026-07-03 Independence Day");
  }

  @Test
  void putsSeveralOfOneDayIntoOneLine() {
    assertThat(PublicHolidays.of(new Region("US-NY"), 2026))
        .extracting(PublicHolidays.Day::date)
        .doesNotHaveDuplicates()
        .contains(LocalDate.of(2026, 2, 16));
    assertThat(days("US-NY", 2026)).contains("2026-02-16 Presidents Day / Washington's Birthday");
  }

  @Test
  void saysWhichRegionsItKnows() {
    assertThatThrownBy(() -> days("ZZ", 2026))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("region ZZ: has no known holidays; ");
    assertThatThrownBy(() -> days("US-ZZ", 2026))
        .hasMessageStartingWith("region US-ZZ: has no known holidays; ");
    assertThatThrownBy(() -> days("FR", 1492))
        .hasMessage("year 1492: is out of range; years 1970 to 2199 are known");
  }
}
