package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.ProblemKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Spliterator;
import java.util.TreeMap;
import net.fortuna.ical4j.model.Recur;

/**
 * The starts of one series by the rules that it has, at most {@link ExpansionBudget#PER_EVENT}, in
 * order of time.
 *
 * <p>Rules are expanded in local time, so that an event stays at its hour when clocks change.
 */
final class Occurrences {
  private final IcalTime first;
  private final OccurrenceWindow window;
  private final ExpansionBudget budget;
  private final TreeMap<Instant, IcalTime> kept = new TreeMap<>();
  private boolean crowded;

  Occurrences(IcalTime first, OccurrenceWindow window, ExpansionBudget budget) {
    this.first = first;
    this.window = window;
    this.budget = budget;
    keep(first);
  }

  /** Those kept, in order of time. */
  List<IcalTime> all() {
    return List.copyOf(kept.values());
  }

  /** Whether there were more than may be kept. */
  boolean isCrowded() {
    return crowded;
  }

  void drop(IcalTime excluded) {
    kept.remove(excluded.instant());
  }

  /**
   * Adds what a rule generates.
   *
   * @throws InvalidText when the library cannot expand it, or time is up; what was found is kept
   */
  void add(RecurrenceRule rule) throws InvalidText {
    if (budget.isTimeSpent()) {
      throw timeIsUp();
    }
    try {
      expand(rule);
    } catch (RuntimeException e) {
      throw RecurrenceRule.invalid(rule.core(), "cannot be expanded");
    }
  }

  private void expand(RecurrenceRule rule) throws InvalidText {
    LocalDateTime seed = first.local();
    boolean counts = rule.count().isPresent();
    LocalDateTime opens = local(window.from());
    LocalDateTime from = counts || opens.isBefore(seed) ? seed : opens;
    Spliterator<LocalDateTime> steps =
        new Recur<LocalDateTime>(rule.core())
            .getDatesAsStream(seed, from, local(window.until()), -1)
            .spliterator();
    Walk walk = new Walk(rule, seed);
    while (!walk.ended && steps.tryAdvance(walk::take)) {
      if (budget.isTimeSpent()) {
        throw timeIsUp();
      }
    }
  }

  /** Local clocks never differ from UTC by more than 18 hours; a day more does no harm. */
  private LocalDateTime local(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return instant.equals(window.from()) ? utc.minusDays(1) : utc.plusDays(1);
  }

  private static InvalidText timeIsUp() {
    return new InvalidText(
        ProblemKind.TOO_LARGE,
        "recurrences take more than "
            + ExpansionBudget.TIME.toSeconds()
            + " s, only what was found until then is read",
        "write simpler rules, or fewer");
  }

  /** One way along a rule, in order of time. */
  private final class Walk {
    private final RecurrenceRule rule;
    private final LocalDateTime seed;
    private long taken = 1;
    private boolean ended;

    Walk(RecurrenceRule rule, LocalDateTime seed) {
      this.rule = rule;
      this.seed = seed;
    }

    void take(LocalDateTime local) {
      if (!local.isAfter(seed)) {
        return;
      }
      if (rule.endsBefore(local) || rule.isUsedUp(taken)) {
        ended = true;
        return;
      }
      taken++;
      ended = !keep(first.movedTo(local));
    }
  }

  /** Adds one start; false when neither it nor a later one will be kept. */
  boolean keep(IcalTime start) {
    if (!window.contains(start.instant())) {
      return start.instant().isBefore(window.until());
    }
    kept.put(start.instant(), start);
    if (kept.size() <= ExpansionBudget.PER_EVENT) {
      return true;
    }
    crowded = true;
    if (window.isFarther(kept.firstKey(), kept.lastKey())) {
      kept.pollFirstEntry();
      return true;
    }
    kept.pollLastEntry();
    return kept.containsKey(start.instant());
  }

  /** What to say when {@link #isCrowded}. */
  InvalidText tooMany() {
    String what = "recurs more than " + ExpansionBudget.PER_EVENT + " times, only those from ";
    return new InvalidText(
        ProblemKind.TOO_LARGE,
        what + kept.firstKey() + " to " + kept.lastKey() + " are read",
        "end the rule with UNTIL or COUNT, or cut it into several events");
  }
}
