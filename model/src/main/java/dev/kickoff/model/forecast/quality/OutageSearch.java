package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.forecast.track.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds outages in one series without any help, from the first slot to the last.
 *
 * <p>An outage begins where demand, for a quarter of an hour, lies under half of what it just was
 * (a sudden fall, as no holiday makes), under half of what is usual then, and more than four sigma
 * below that in logarithms; see {@link Usual}. Within event windows, and where a quarter of an hour
 * is a single step, it has to be a deeper fall. It ends with the second slot of 60 % of the usual;
 * the slots half in it, and a storm of retries of up to an hour after it, are hidden too. What has
 * not ended after a day (three where almost nothing came) is the new level and not hidden at all.
 */
final class OutageSearch {
  private static final long MINUTES_TO_NOTICE = 15;
  private static final long MINUTES_BEFORE = 30;
  private static final long MINUTES_BACK = 180;
  private static final long MINUTES_OF_STORM = 60;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long LONGEST_MILLIS = 24 * HOUR_MILLIS;
  private static final long LONGEST_SILENCE_MILLIS = 72 * HOUR_MILLIS;
  private static final long MINUTES_OF_EVIDENCE = 60;
  private static final double QUIET = 0.5;
  private static final double SIGMAS = 4;
  private static final double SIGMAS_IN_ONE_STEP = 6;
  private static final double FALLEN = 0.5;
  private static final double FALLEN_IN_EVENT = 0.25;
  private static final double SILENT = 0.02;
  private static final double BACK = 0.6;
  private static final double WHOLE = 0.8;
  private static final double STORM = 1.25;
  private static final double STORM_SIGMAS = 3;

  private final Slots slots;
  private final BitSet hidden;
  private final Usual usual;
  private final Function<Span, BitSet> events;
  private final int needed;
  private final List<DemandMask> found = new ArrayList<>();
  private BitSet inEvent = new BitSet();

  /** What was usual when an outage began: the level of the time, and how large errors are. */
  private record Baseline(double level, double unit, double sigma, double justBefore) {}

  /**
   * @param hidden slots that are hidden already; those found are added
   * @param events the slots of a span that stand under the influence of an event
   */
  OutageSearch(Slots slots, BitSet hidden, Function<Span, BitSet> events) {
    this.slots = slots;
    this.hidden = hidden;
    this.usual = new Usual(slots, hidden);
    this.events = events;
    this.needed = slots.count(MINUTES_TO_NOTICE, 1);
  }

  /** What was found from slot {@code from} to the end, in order. */
  List<DemandMask> from(int from) {
    int until = slots.size();
    int i = Math.max(0, from);
    int first = Math.min(i, until);
    Span looked = new Span(slots.millisAt(first), slots.slotMillis(), until - first);
    inEvent = new BitSet(until);
    events.apply(looked).stream().forEach(step -> inEvent.set(first + step));
    while (i + needed <= until) {
      Baseline baseline = fallsSuddenly(i) ? baseline(i) : null;
      i = baseline != null && isBelow(i, baseline) ? follow(i, baseline) : i + 1;
    }
    return found;
  }

  private boolean fallsSuddenly(int slot) {
    double before = slots.has(slot) && !hidden.get(slot) ? justBefore(slot, slots.at(slot)) : 0;
    for (int i = slot; i < slot + needed; i++) {
      double fallen = inEvent.get(i) ? FALLEN_IN_EVENT : FALLEN;
      if (!slots.has(i) || !(slots.at(i) < fallen * before)) {
        return false;
      }
    }
    return true;
  }

  /** Median demand of the last slots before; 0 where they rule out a fall to {@code value}. */
  private double justBefore(int slot, double value) {
    int wanted = slots.count(MINUTES_BEFORE, 2);
    int reach = slots.count(MINUTES_BACK, wanted);
    Median last = new Median(wanted);
    double highest = 0;
    for (int i = slot - 1; i >= slot - reach && last.count() < wanted; i--) {
      if (i >= 0 && usual.isSeen(i)) {
        last.add(slots.at(i));
        highest = Math.max(highest, slots.at(i));
      }
    }
    return value < FALLEN * highest ? last.get() : 0;
  }

  private @Nullable Baseline baseline(int slot) {
    for (int i = slot; i < slot + needed; i++) {
      OptionalDouble there = usual.at(i);
      boolean low = there.isPresent() && slots.at(i) < FALLEN * there.getAsDouble();
      if (!low && !(inEvent.get(i) && there.isPresent())) {
        return null;
      }
    }
    OptionalDouble there = usual.at(slot);
    OptionalDouble unit = usual.unit(slot);
    if (unit.isEmpty() || there.orElse(0) < QUIET * unit.getAsDouble()) {
      return null;
    }
    return new Baseline(
        usual.level(slot),
        unit.getAsDouble(),
        new Unrest(slots, usual, slot, unit.getAsDouble()).sigma(),
        justBefore(slot, 0));
  }

  /**
   * Whether demand lies below the usual with enough evidence: each slot far below it, and four
   * sigma on average over a quarter of an hour, or as much over a longer fall.
   */
  private boolean isBelow(int slot, Baseline baseline) {
    double sigmas = needed == 1 ? SIGMAS_IN_ONE_STEP : SIGMAS;
    double sum = 0;
    int most = Math.min(slots.size(), slot + slots.count(MINUTES_OF_EVIDENCE, needed));
    for (int i = slot; i < most; i++) {
      OptionalDouble there = usual.at(i);
      if (there.isEmpty() || !slots.has(i)) {
        return false;
      }
      if (slots.at(i) >= FALLEN * there.getAsDouble() * floorOf(baseline.level(), i)) {
        return false;
      }
      sum += sigmasAbove(slots.at(i), there.getAsDouble() * baseline.level(), baseline);
      int seen = i - slot + 1;
      if (seen >= needed && sum / seen <= -sigmas * Math.sqrt((double) needed / seen)) {
        return true;
      }
    }
    return false;
  }

  /** Outside events what lay above the usual may end at any time, and is no longer expected. */
  private double floorOf(double level, int slot) {
    return inEvent.get(slot) ? level : Math.min(1, level);
  }

  private static double sigmasAbove(double value, double expected, Baseline baseline) {
    double unit = baseline.unit();
    return (Math.log1p(value / unit) - Math.log1p(expected / unit)) / baseline.sigma();
  }

  private double expected(int slot, Baseline baseline) {
    OptionalDouble there = usual.at(slot);
    return there.isPresent()
        ? there.getAsDouble() * floorOf(baseline.level(), slot)
        : baseline.justBefore();
  }

  /** Follows an outage to its end, and notes it; gives the slot to go on from. */
  private int follow(int first, Baseline baseline) {
    int wanted = Math.min(2, needed);
    int calm = 0;
    int silent = 0;
    int seen = 0;
    int end = slots.size();
    int lost = slots.count(MINUTES_BACK, 2);
    int last = first;
    hidden.set(first, first + needed);
    for (int i = first; i < slots.size() && end == slots.size(); i++) {
      if (!slots.has(i)) {
        end = i - last >= lost ? last + 1 : end;
        continue;
      }
      last = i;
      double expected = expected(i, baseline);
      calm = slots.at(i) >= BACK * expected ? calm + 1 : 0;
      silent += slots.at(i) < SILENT * expected ? 1 : 0;
      seen++;
      hidden.set(i);
      long lasted = slots.millisAt(i) - slots.millisAt(first);
      if (calm == wanted) {
        end = i - wanted + 1;
        hidden.clear(end, i + 1);
      } else if (lasted >= (2 * silent > seen ? LONGEST_SILENCE_MILLIS : LONGEST_MILLIS)) {
        return accept(first, i);
      }
    }
    hidden.set(first, end);
    note(first, end, 2 * silent > seen, baseline);
    return end;
  }

  private int accept(int first, int now) {
    hidden.clear(first, now + 1);
    note(
        first,
        now,
        Kind.LEVEL_SHIFT,
        "demand fell suddenly and stayed there for "
            + (slots.millisAt(now) - slots.millisAt(first)) / HOUR_MILLIS
            + " h: accepted as the new level");
    return now;
  }

  private void note(int first, int end, boolean silent, Baseline baseline) {
    int from = isHalf(first - 1, baseline) ? first - 1 : first;
    int until = isHalf(end, baseline) ? end + 1 : end;
    hidden.set(from, until);
    note(from, until, Kind.OUTAGE, inWords(first, silent, baseline));
    int storm = until;
    int latest = Math.min(slots.size(), until + slots.count(MINUTES_OF_STORM, 1));
    while (storm < latest && storms(storm, baseline)) {
      storm++;
    }
    if (storm > until) {
      hidden.set(until, storm);
      note(until, storm, Kind.RECOVERY, "demand above the usual right after an outage");
    }
  }

  private boolean isHalf(int slot, Baseline baseline) {
    return slot >= 0 && slots.has(slot) && slots.at(slot) < WHOLE * expected(slot, baseline);
  }

  private boolean storms(int slot, Baseline baseline) {
    double expected = expected(slot, baseline) * Math.max(1, baseline.level());
    return slots.has(slot)
        && slots.at(slot) > STORM * expected
        && sigmasAbove(slots.at(slot), expected, baseline) > STORM_SIGMAS;
  }

  private String inWords(int first, boolean silent, Baseline baseline) {
    double usualThen = expected(first, baseline);
    return silent
        ? "almost no demand where about %s is usual".formatted(number(usualThen))
        : "demand fell to %s where about %s is usual"
            .formatted(number(slots.at(first)), number(usualThen));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private void note(int from, int until, Kind kind, String reason) {
    Instant end = Instant.ofEpochMilli(slots.millisAt(until));
    found.add(new DemandMask(Instant.ofEpochMilli(slots.millisAt(from)), end, kind, reason, end));
  }
}
