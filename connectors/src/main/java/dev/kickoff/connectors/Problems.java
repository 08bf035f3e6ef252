package dev.kickoff.connectors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The problems of one input, collected while reading goes on.
 *
 * <p>The first {@link #MAX_DETAILED} are kept, all are counted by kind. Not safe for several
 * threads.
 */
public final class Problems {
  /** How many problems are kept in full. */
  public static final int MAX_DETAILED = 100;

  private final List<Problem> detailed = new ArrayList<>();
  private final Map<ProblemKind, Integer> counts = new EnumMap<>(ProblemKind.class);
  private int total;

  public void add(Problem problem) {
    total++;
    counts.merge(problem.kind(), 1, Integer::sum);
    if (detailed.size() < MAX_DETAILED) {
      detailed.add(problem);
    }
  }

  public void add(Place place, InvalidText invalid) {
    add(new Problem(place, invalid.kind(), invalid.what(), invalid.remedy()));
  }

  /** How many there are, kept or not. */
  public int total() {
    return total;
  }

  public boolean isEmpty() {
    return total == 0;
  }

  /** The first of them, in the order found. */
  public List<Problem> detailed() {
    return List.copyOf(detailed);
  }

  /** How many there are of each kind. */
  public Map<ProblemKind, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** One line such as {@code 3 lines refused: 2 not a number, 1 duplicate timestamp}. */
  public String summary(String noun) {
    String kinds =
        counts.entrySet().stream()
            .sorted(Map.Entry.<ProblemKind, Integer>comparingByValue().reversed())
            .map(e -> e.getValue() + " " + e.getKey().label())
            .collect(Collectors.joining(", "));
    String refused = total + " " + noun + (total == 1 ? "" : "s") + " refused";
    return total == 0 ? refused : refused + ": " + kinds;
  }

  /**
   * Gives an input up when more than half of it is refused.
   *
   * @param read how many parts (named by {@code noun}) there were in all
   * @throws InputException with a summary and the problems kept
   */
  public void giveUpWhenMostAreRefused(Place place, String noun, int read) {
    if (2L * total <= read) {
      return;
    }
    List<Problem> all = new ArrayList<>();
    String what = "of " + read + " " + noun + (read == 1 ? "" : "s") + ", " + summary(noun);
    String remedy = "correct what is named below; nothing was used";
    all.add(new Problem(place, ProblemKind.MOSTLY_REFUSED, what, remedy));
    all.addAll(detailed);
    throw new InputException(all);
  }

  /**
   * Goes on only where there is none.
   *
   * @throws InputException with every problem, sorted by place
   */
  public void failOnAny() {
    if (!isEmpty()) {
      throw new InputException(
          detailed().stream()
              .sorted(
                  Comparator.comparingInt((Problem p) -> p.place().line().orElse(0))
                      .thenComparingInt(p -> p.place().column().orElse(0)))
              .toList());
    }
  }
}
