package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A history without what must not be learnt: masked steps are gaps, and the masks say why.
 *
 * <p>A pure function of the history, which ends at a cutoff, and of the hints known then. Whatever
 * was found before a cutoff depends on nothing after it.
 */
public final class Learnable {
  private static final Duration LOOK_AGAIN = Duration.ofHours(25);
  private static final Duration BEFORE_OUTAGE = Duration.ofHours(3);
  private static final Duration LONG = Duration.ofHours(2);
  private static final Duration SLOT = Duration.ofMinutes(5);
  private static final Duration UNEASY = Duration.ofHours(2);

  private final DemandSeries series;
  private final List<DemandMask> found;
  private final DemandMasks masks;

  /**
   * What is known beside the history.
   *
   * @param calendar events, in whose windows demand is expected to be unusual
   * @param told masks that operators or signals gave, as known at the cutoff
   */
  public record Hints(LocalClock clock, EventCalendar calendar, DemandMasks told) {}

  private Learnable(DemandSeries history, List<DemandMask> found, DemandMasks told) {
    this.found = new DemandMasks(found).all();
    this.masks = new DemandMasks(found).and(told);
    this.series = masks.hide(history);
  }

  /** Looks at the whole history. */
  public static Learnable of(DemandSeries history, Hints hints) {
    return search(history, hints, List.of(), history.start());
  }

  /**
   * What was found in a history, small enough to be kept with a model.
   *
   * @param found in order of time, without what was told
   * @param until where the history ended
   */
  public record Findings(List<DemandMask> found, Instant until) {
    public Findings {
      found = List.copyOf(found);
    }

    /**
     * Looks at the same history when it has grown: only at its last day and a little more, and at
     * what was open then.
     *
     * @param history may also begin earlier or later than the one before
     */
    public Learnable later(DemandSeries history, Hints hints) {
      Instant again = until.minus(LOOK_AGAIN).minus(BEFORE_OUTAGE);
      for (int i = found.size() - 1; i >= 0; i--) {
        DemandMask mask = found.get(i);
        Instant before = mask.from().minus(BEFORE_OUTAGE);
        again = mask.until().isAfter(again) && before.isBefore(again) ? before : again;
      }
      Instant from = again;
      List<DemandMask> kept = found.stream().filter(m -> !m.until().isAfter(from)).toList();
      return search(history, hints, kept, from);
    }
  }

  private static Learnable search(
      DemandSeries history, Hints hints, List<DemandMask> before, Instant from) {
    List<DemandMask> found = new ArrayList<>(before);
    found.addAll(UnitMistakes.of(history, Math.max(0, history.indexOf(from))));
    Slots slots = new Slots(history, hints.clock());
    BitSet hidden = new BitSet(slots.size());
    hide(slots, found, hidden);
    hide(slots, hints.told().all(), hidden);
    OutageSearch outages =
        new OutageSearch(slots, hidden, span -> EventWindows.within(span, hints.calendar()));
    found.addAll(outages.from(slots.indexOf(from.toEpochMilli())));
    return new Learnable(history, found, hints.told());
  }

  private static void hide(Slots slots, List<DemandMask> masks, BitSet hidden) {
    for (DemandMask mask : masks) {
      int from = Math.max(0, slots.indexOf(mask.from().toEpochMilli()));
      int until = Math.min(slots.size(), slots.indexOf(mask.until().toEpochMilli() - 1) + 1);
      if (mask.hides() && from < until) {
        hidden.set(from, until);
      }
    }
  }

  /** What to keep for {@link Findings#later}. */
  public Findings findings() {
    return new Findings(found, series.until());
  }

  /** The history, masked steps being gaps. */
  public DemandSeries series() {
    return series;
  }

  /** What was found and told, also the level shifts that hide nothing. */
  public DemandMasks masks() {
    return masks;
  }

  /**
   * Until when forecasts issued at {@code at} should be more careful than usual, because an outage
   * or a wrong unit goes on or ended within two hours: users and retries may come back all at once.
   */
  public Optional<Instant> uneasyUntil(Instant at) {
    return masks.all().stream()
        .filter(mask -> mask.kind() != Kind.LEVEL_SHIFT && mask.from().isBefore(at))
        .map(mask -> (mask.until().isBefore(at) ? mask.until() : at).plus(UNEASY))
        .filter(until -> until.isAfter(at))
        .max(Instant::compareTo);
  }

  /**
   * Whether an outage goes on at {@code at} and has for two hours: the next hour is then likelier
   * to be like the last than like the usual.
   */
  public boolean isLongOut(Instant at) {
    Duration step = series.step().compareTo(SLOT) < 0 ? SLOT : series.step();
    return masks.all().stream()
        .anyMatch(
            mask ->
                mask.kind() == Kind.OUTAGE
                    && !mask.from().isAfter(at.minus(LONG))
                    && !mask.until().isBefore(at.minus(step)));
  }
}
