package dev.kickoff.connectors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The known word that was probably meant.
 *
 * <p>The nearest by edits (insert, delete, replace, swap of neighbours: the restricted
 * Damerau-Levenshtein distance), ignoring case, within a third of the word's length.
 */
public final class Suggestion {
  private Suggestion() {}

  /** The nearest of {@code known}; empty when none is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > 64) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(k -> distance(lower, k) <= Math.max(1, k.length() / 3))
        .min(Comparator.comparingInt((String k) -> distance(lower, k)).thenComparing(k -> k));
  }

  /** {@code did you mean 'x'?} for the nearest, or else {@code otherwise}. */
  public static String orElse(String word, Collection<String> known, String otherwise) {
    return nearest(word, known).map(k -> "did you mean '" + k + "'?").orElse(otherwise);
  }

  private static int distance(String a, String candidate) {
    String b = candidate.toLowerCase(Locale.ROOT);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.startsWith(b.substring(j - 1, j), i - 2);
        if (swapped && b.startsWith(a.substring(i - 1, i), j - 2)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
