package dev.kickoff.model.forecast.event;

import dev.kickoff.model.calendar.Event;
import java.util.List;

/**
 * The events whose effect lasts for days after their start, such as a software release or a sale.
 *
 * <p>Told by the words of the category, split at {@code _}, {@code -} and blanks, whatever their
 * case: {@code game_release}, {@code Ticket-Sale} and {@code on sale} are releases, {@code
 * football_match} is none. What spans whole days is a whole day, however it is called.
 */
final class Releases {
  private static final List<String> WORDS =
      List.of("release", "launch", "premiere", "drop", "sale", "patch", "update");

  private Releases() {}

  static boolean include(Event event) {
    return !event.isAllDay() && names(event.category());
  }

  /** Whether a category is one of releases. */
  static boolean names(String category) {
    int from = 0;
    for (int i = 0; i <= category.length(); i++) {
      if (i == category.length() || isBetweenWords(category.charAt(i))) {
        if (isOne(category, from, i - from)) {
          return true;
        }
        from = i + 1;
      }
    }
    return false;
  }

  private static boolean isBetweenWords(char c) {
    return c == '_' || c == '-' || Character.isWhitespace(c);
  }

  private static boolean isOne(String category, int from, int length) {
    for (String word : WORDS) {
      if (word.length() == length && category.regionMatches(true, from, word, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
