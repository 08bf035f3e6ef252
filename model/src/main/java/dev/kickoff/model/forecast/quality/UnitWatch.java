package dev.kickoff.model.forecast.quality;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the samples of one service for a change of unit: a jump by about x60, x100, x1000, x24 or
 * the inverse between neighbouring samples, away from the median of the last seven, after which
 * three samples stay within a factor of two.
 *
 * <p>The third sample flags it. It is over when values jump back or come back to where they were,
 * or when it has lasted a day: then it is the new unit. A series whose last seven samples differ by
 * more than a factor of six, or hold a zero, is too uneven to be judged. The state is {@link
 * Memory}: under 200 bytes.
 *
 * <p>Not safe for several threads.
 */
public final class UnitWatch {
  private static final int RECENT = 7;
  private static final int LEAST_RECENT = 5;
  private static final int SAMPLES = 3;
  private static final double UNEVEN = 6;
  private static final double STAYS = 2;
  private static final double AWAY = 0.6;
  private static final double BACK = 0.3;
  private static final double LEAST_JUMP = 16;
  private static final long DAY_MILLIS = 86_400_000L;

  private final double[] recent;
  private int count;
  private @Nullable UnitFactor factor;
  private int agreeing;
  private long sinceMillis;
  private double last;
  private long lastAtMillis;

  /**
   * What a watch remembers between samples.
   *
   * @param recent the last samples before a jump, oldest first; at most seven
   * @param factor the name of the {@link UnitFactor} that is suspected or flagged; empty for none
   * @param agreeing how many samples lie beyond the jump, flagged from three on
   * @param sinceMillis when values jumped, milliseconds of the epoch; 0 for no jump
   * @param last the last sample; 0 before the first
   * @param lastAtMillis when it was, milliseconds of the epoch; the least of all before the first
   */
  public record Memory(
      double[] recent,
      String factor,
      int agreeing,
      long sinceMillis,
      double last,
      long lastAtMillis) {
    /** That of a watch that has seen nothing. */
    public static Memory empty() {
      return new Memory(new double[0], "", 0, 0, 0, Long.MIN_VALUE);
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
      verdict = weigh(value, ratio);
    } else {
      verdict = stand(standing, atMillis, value, ratio);
    }
    last = value;
    return verdict;
  }

  private Verdict suspect(long atMillis, double value, double ratio) {
    if (ratio >= LEAST_JUMP || ratio <= 1 / LEAST_JUMP) {
      UnitFactor nearest = count < LEAST_RECENT ? null : UnitFactor.nearest(ratio);
      if (nearest != null && isFarFromRecent(value, nearest)) {
        factor = nearest;
        agreeing = 1;
        sinceMillis = atMillis;
        return Verdict.AS_BEFORE;
      }
    }
    push(value);
    return Verdict.AS_BEFORE;
  }

  private boolean isFarFromRecent(double value, UnitFactor candidate) {
    double[] sorted = Arrays.copyOf(recent, count);
    Arrays.sort(sorted);
    boolean even = sorted[0] > 0 && sorted[count - 1] <= UNEVEN * sorted[0];
    double away = Math.log(value / median()) / Math.log(candidate.times());
    return even && away >= AWAY;
  }

  private Verdict weigh(double value, double ratio) {
    if (value <= 0 || ratio > STAYS || ratio < 1 / STAYS) {
      forget();
      push(value);
      return Verdict.AS_BEFORE;
    }
    agreeing++;
    return agreeing < SAMPLES ? Verdict.AS_BEFORE : Verdict.FLAGGED;
  }

  private Verdict stand(UnitFactor standing, long atMillis, double value, double ratio) {
    double jumpedBack = -Math.log(ratio) / Math.log(standing.times());
    if (jumpedBack >= AWAY || isBackAt(value, standing)) {
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
    double away = value <= 0 ? 1 : Math.log(value / median()) / Math.log(standing.times());
    return away <= BACK;
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
  }

  private void push(double value) {
    if (count == RECENT) {
      System.arraycopy(recent, 1, recent, 0, RECENT - 1);
      count--;
    }
    recent[count++] = value;
  }
}
