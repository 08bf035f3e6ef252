package dev.kickoff.model.forecast.track;

/**
 * Even steps of time: step {@code i} covers [{@code startMillis + i*stepMillis}, one step more).
 *
 * @param startMillis start of the first step, milliseconds since the epoch
 * @param stepMillis length of a step, longer than zero
 * @param size how many steps
 */
public record Span(long startMillis, long stepMillis, int size) {
  public Span {
    if (stepMillis <= 0 || size < 0) {
      throw new IllegalArgumentException("span of " + size + " steps of " + stepMillis + " ms");
    }
  }

  /** Start of step {@code i}, also outside the span. */
  public long millisAt(int i) {
    return startMillis + i * stepMillis;
  }

  /** The middle of step {@code i}, where a shape is read. */
  public long middleAt(int i) {
    return millisAt(i) + stepMillis / 2;
  }

  /** End, exclusive, of the last step. */
  public long untilMillis() {
    return millisAt(size);
  }

  /** The steps from index {@code from} to {@code until}, which may reach past this span. */
  public Span slice(int from, int until) {
    return new Span(millisAt(from), stepMillis, until - from);
  }
}
