package dev.kickoff.model.calendar;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What an event is called, for comparison: its words without case, accents and fillers, and the two
 * sides where two play against each other.
 *
 * @param words of the title
 * @param sides the words of either side; empty where the event has no two sides
 */
record EventTitle(Set<String> words, List<Set<String>> sides) {
  private static final double SHARED = 2.0 / 3;
  private static final Set<String> FILLERS =
      Set.of("the", "a", "an", "of", "at", "in", "and", "v", "vs", "versus", "fc", "afc", "live");
  private static final Set<String> TELL_APART =
      Set.of("women", "ladies", "youth", "reserves", "b", "ii", "qualifying", "practice", "replay");
  private static final Pattern AGAINST =
      Pattern.compile("\\s+(?:v|vs|versus|@|-|\u2013|\u2014)\\.?\\s+", Pattern.CASE_INSENSITIVE);
  private static final List<List<String>> SIDES =
      List.of(
          List.of("home", "away"), List.of("team_a", "team_b"), List.of("home_team", "away_team"));

  static EventTitle of(Event event) {
    return new EventTitle(words(event.title()), sides(event));
  }

  private static List<Set<String>> sides(Event event) {
    Map<String, String> attributes = event.attributes();
    for (List<String> names : SIDES) {
      String home = attributes.get(names.get(0));
      String away = attributes.get(names.get(1));
      if (home != null && away != null) {
        return both(home, away);
      }
    }
    String title = event.title().substring(event.title().lastIndexOf(':') + 1);
    String[] parts = AGAINST.split(title);
    return parts.length == 2 ? both(parts[0], parts[1]) : List.of();
  }

  private static List<Set<String>> both(String one, String other) {
    List<Set<String>> sides = new ArrayList<>(List.of(words(one), words(other)));
    return sides.stream().anyMatch(Set::isEmpty) ? List.of() : sides;
  }

  private static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new TreeSet<>(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    Set<String> telling = new TreeSet<>(words);
    telling.removeAll(FILLERS);
    return telling.isEmpty() ? words : telling;
  }

  /**
   * Whether both are likely names of one event. Of two matches both sides must agree, in either
   * order, one name holding all words of the other; of other titles, two thirds of the shorter
   * one's words must be in the longer one. Names that differ in a number, or in a word such as
   * "women", are never one event's.
   */
  boolean resembles(EventTitle other) {
    if (!numbers().equals(other.numbers()) && !numbers().isEmpty() && !other.numbers().isEmpty()) {
      return false;
    }
    if (TELL_APART.stream().anyMatch(word -> words.contains(word) != other.words.contains(word))) {
      return false;
    }
    if (sides.size() == 2 && other.sides.size() == 2) {
      return pairs(other.sides.get(0), other.sides.get(1))
          || pairs(other.sides.get(1), other.sides.get(0));
    }
    Set<String> shared = new HashSet<>(words);
    shared.retainAll(other.words);
    int shorter = Math.min(words.size(), other.words.size());
    return shorter > 0 && shared.size() >= SHARED * shorter;
  }

  private Set<String> numbers() {
    Set<String> numbers = new TreeSet<>(words);
    numbers.removeIf(word -> word.chars().noneMatch(Character::isDigit));
    return numbers;
  }

  private boolean pairs(Set<String> first, Set<String> second) {
    return oneHoldsTheOther(sides.get(0), first) && oneHoldsTheOther(sides.get(1), second);
  }

  private static boolean oneHoldsTheOther(Set<String> a, Set<String> b) {
    return a.containsAll(b) || b.containsAll(a);
  }
}
