package dev.kickoff.model.forecast.quality;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the samples of one service for a change of unit: a jump by about x60, x100, x1000 or the
 * inverse against the median of the last seven samples, well beyond all of them, after which three
 * samples stay within a factor of three of each other. For x24, which demand may do by itself, the
 * neighbouring samples must differ by as much, and the last seven by no more than a factor of six.
 *
 * <p>The third sample flags it. It is over when values jump back or come back to where they were,
 * or when it has lasted a day: then it is the new unit. Where recent samples are mostly zero
 * nothing can be said. The state is {@link Memory}: under 200 bytes.
 *
 * <p>Not safe for several threads.
 */
public final class UnitWatch {
  private static final int RECENT = 7;
  private static final int LEAST_RECENT = 5;
  private static final int SAMPLES = 3;
  private static final double UNEVEN = 6;
  private static final double ROUGHLY = 2;
  private static final double CLOSELY = 1.5;
  private static final double BEYOND = 0.4;
  private static final double STAYS = 3;
  private static final double CLOSE_STAYS = 2;
  private static final double AWAY = 0.6;
  private static final double BACK = 0.3;
  private static final double LEAST_JUMP = 5;
  private static final long DAY_MILLIS = 86_400_000L;

  private final double[] recent;
  private int count;
  private @Nullable UnitFactor factor;
  private int agreeing;
  private long sinceMillis;
  private double logs;
  private double last;
  private long lastAtMillis;

  /**
   * What a watch remembers between samples.
   *
   * @param recent the last samples before a jump, oldest first; at most seven
   * @param factor the name of the {@link UnitFactor} that is suspected or flagged; empty for none
   * @param agreeing how many samples lie beyond the jump, flagged from three on
   * @param sinceMillis when values jumped, milliseconds of the epoch; 0 for no jump
   * @param logs sum of the logarithms of the samples beyond the jump, until they are flagged
   * @param last the last sample; 0 before the first
   * @param lastAtMillis when it was, milliseconds of the epoch; the least of all before the first
   */
  public record Memory(
      double[] recent,
      String factor,
      int agreeing,
      long sinceMillis,
      double logs,
      double last,
      long lastAtMillis) {
    /** That of a watch that has seen nothing. */
    public static Memory empty() {
      return new Memory(new double[0], "", 0, 0, 0, 0, Long.MIN_VALUE);
    }
  }

  /** What a sample made of the state of a series. */
  public enum Verdict {
    /** The unit is as before. */
    AS_BEFORE,
    /** The values are in a wrong unit; the first such verdict comes with the third sample. */
    FLAGGED,
    /** The values just came back to their unit. */
    RETURNED,
    /** The values have been in the other unit for a day: it is theirs now. */
    CONFIRMED
  }

  public UnitWatch(Memory memory) {
    this.recent = Arrays.copyOf(memory.recent(), RECENT);
    this.count = Math.min(RECENT, memory.recent().length);
    this.factor = memory.factor().isEmpty() ? null : UnitFactor.valueOf(memory.factor());
    this.agreeing = memory.agreeing();
    this.sinceMillis = memory.sinceMillis();
    this.logs = memory.logs();
    this.last = memory.last();
    this.lastAtMillis = memory.lastAtMillis();
  }

  public UnitWatch() {
    this(Memory.empty());
  }

  /** What to keep until the next sample. */
  public Memory memory() {
    return new Memory(
        Arrays.copyOf(recent, count),
        factor == null ? "" : factor.name(),
        agreeing,
        sinceMillis,
        logs,
        last,
        lastAtMillis);
  }

  /** The mistake that is flagged now; empty while there is none. */
  public Optional<DataProblem> problem() {
    UnitFactor flagged = factor;
    return flagged == null || agreeing < SAMPLES
        ? Optional.empty()
        : Optional.of(DataProblem.ofUnit(flagged, Instant.ofEpochMilli(sinceMillis)));
  }

  /**
   * Takes in the next sample; one that is not later than the last, as a correction is, changes
   * nothing.
   *
   * @param value finite and not negative
   */
  public Verdict see(long atMillis, double value) {
    if (atMillis <= lastAtMillis) {
      return problem().isPresent() ? Verdict.FLAGGED : Verdict.AS_BEFORE;
    }
    lastAtMillis = atMillis;
    double ratio = last > 0 && value > 0 ? value / last : 1;
    UnitFactor standing = factor;
    Verdict verdict;
    if (standing == null) {
      verdict = suspect(atMillis, value, ratio);
    } else if (agreeing < SAMPLES) {
      verdict = weigh(standing, value, ratio);
    } else {
      verdict = stand(standing, atMillis, value, ratio);
    }
    last = value;
    return verdict;
  }

  private Verdict suspect(long atMillis, double value, double ratio) {
    if ((ratio >= LEAST_JUMP || ratio <= 1 / LEAST_JUMP) && count >= LEAST_RECENT) {
      UnitFactor nearest = jumpTo(value, ratio);
      if (nearest != null) {
        factor = nearest;
        agreeing = 1;
        sinceMillis = atMillis;
        logs = Math.log(value);
        return Verdict.AS_BEFORE;
      }
    }
    push(value);
    return Verdict.AS_BEFORE;
  }

  /** The factor by which a value lies beyond the recent ones; null where it may be usual. */
  private @Nullable UnitFactor jumpTo(double value, double ratio) {
    double[] sorted = Arrays.copyOf(recent, count);
    Arrays.sort(sorted);
    double extreme = ratio > 1 ? sorted[count - 1] : sorted[0];
    if (extreme <= 0) {
      return null;
    }
    UnitFactor next = UnitFactor.nearest(ratio, CLOSELY);
    if (next != null && next.isSmall()) {
      boolean even = sorted[0] > 0 && sorted[count - 1] <= UNEVEN * sorted[0];
      return even && away(value / sorted[count / 2], next) >= AWAY ? next : null;
    }
    UnitFactor nearest = next == null ? UnitFactor.nearest(value / median(), ROUGHLY) : next;
    return nearest != null
            && !nearest.isSmall()
            && away(value / extreme, nearest) >= BEYOND
            && away(ratio, nearest) >= BEYOND
        ? nearest
        : null;
  }

  /** How far a ratio is on the way to a factor, in logarithms: 1 is there. */
  private static double away(double ratio, UnitFactor factor) {
    return Math.log(ratio) / Math.log(factor.times());
  }

  private Verdict weigh(UnitFactor suspected, double value, double ratio) {
    double stays = suspected.isSmall() ? CLOSE_STAYS : STAYS;
    if (value <= 0 || ratio > stays || ratio < 1 / stays) {
      forget();
      push(value);
      return Verdict.AS_BEFORE;
    }
    agreeing++;
    logs += Math.log(value);
    if (agreeing < SAMPLES) {
      return Verdict.AS_BEFORE;
    }
    UnitFactor seen = UnitFactor.nearest(Math.exp(logs / SAMPLES) / median(), ROUGHLY);
    factor = seen == null || seen.isSmall() || suspected.isSmall() ? suspected : seen;
    return Verdict.FLAGGED;
  }

  private Verdict stand(UnitFactor standing, long atMillis, double value, double ratio) {
    if (away(1 / ratio, standing) >= AWAY || isBackAt(value, standing)) {
      forget();
      push(value);
      return Verdict.RETURNED;
    }
    if (atMillis - sinceMillis >= DAY_MILLIS) {
      forget();
      count = 0;
      push(value);
      return Verdict.CONFIRMED;
    }
    return Verdict.FLAGGED;
  }

  private boolean isBackAt(double value, UnitFactor standing) {
    return value > 0 && away(value / median(), standing) <= BACK;
  }

  private double median() {
    double[] sorted = Arrays.copyOf(recent, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }

  private void forget() {
    factor = null;
    agreeing = 0;
    sinceMillis = 0;
    logs = 0;
  }

  private void push(double value) {
    if (count == RECENT) {
      System.arraycopy(recent, 1, recent, 0, RECENT - 1);
      count--;
    }
    recent[count++] = value;
  }
}
