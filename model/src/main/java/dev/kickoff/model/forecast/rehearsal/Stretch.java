package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.event.EventWindows;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.track.Span;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** The targets of one fold of history: what came, and whether it may be learnt from. */
final class Stretch {
  private static final int PRIME = 7919;
  private static final int PRECEDENTS_WANTED = 4;

  private final Past past;
  private final int first;
  private final Span span;
  private final Phase[] phases;
  private final BitSet untold;

  /**
   * @param span steps {@code first} and on of the past's track
   * @param cut the step at which the fold begins
   */
  Stretch(Past past, int first, Span span, int cut) {
    this.past = past;
    this.first = first;
    this.span = span;
    this.phases = EventWindows.phases(span, past.calendar());
    this.untold = new BitSet(span.size());
    long cutMillis = past.track().span().millisAt(cut);
    long now = past.track().span().untilMillis();
    List<Event> events = past.calendar().events();
    for (int i = 0; i < phases.length; i++) {
      if (phases[i] == Phase.QUIET) {
        continue;
      }
      long at = span.middleAt(i);
      int then = EventWindows.precedents(at, cutMillis, events);
      untold.set(
          i, then < PRECEDENTS_WANTED && EventWindows.precedents(at, now, events) > then + 2);
    }
  }

  /** Whether step {@code at} was an event of a kind unknown then and known now. */
  boolean isUntold(int at) {
    return untold.get(at);
  }

  /** The example of step {@code at}, forecast from step {@code cutoff}. */
  Example example(int at, int cutoff, int fold, Example.View[] views) {
    double mean = past.track().log(first + at);
    double peak = mean;
    if (past.knowsMinutes()) {
      DemandSeries fine = past.fine();
      int minutes = (int) (span.stepMillis() / fine.step().toMillis());
      int minute = fine.indexOf(Instant.ofEpochMilli(span.millisAt(at)));
      if (past.resolution().equals(fine.step())) {
        int one = minute + Math.floorMod(at * PRIME, minutes);
        mean = fine.isPresent(one) ? past.scale().toLog(fine.value(one)) : mean;
        peak = mean;
      } else {
        for (int m = minute; m < minute + minutes; m++) {
          if (fine.isPresent(m)) {
            peak = Math.max(peak, past.scale().toLog(fine.value(m)));
          }
        }
      }
    }
    long ahead = span.millisAt(at) - span.millisAt(cutoff);
    return new Example(mean, peak, phases[at], span.middleAt(at), ahead, fold, views);
  }
}
