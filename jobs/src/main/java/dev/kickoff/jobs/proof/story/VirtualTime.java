package dev.kickoff.jobs.proof.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The one clock of a run, in whole seconds, and what is still to happen on it.
 *
 * <p>Happenings of one second run in the order in which they were put down. A happening may let
 * time pass itself (a slow call, a stopped process): what falls due meanwhile runs within it.
 */
public final class VirtualTime implements InstantSource {
  /** When every run begins. */
  public static final Instant START = Instant.parse("2026-06-20T12:00:00Z");

  private final PriorityQueue<Happening> agenda =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::second).thenComparingLong(Happening::order));
  private long order;
  private long now;

  private record Happening(long second, long order, Runnable action) {}

  /** Seconds since the start of the run. */
  public long second() {
    return now;
  }

  /** The instant of a second of the run, also of one before its start. */
  public static Instant instantOf(long second) {
    return START.plusSeconds(second);
  }

  /** The second of the run in which an instant lies. */
  public static long secondOf(Instant instant) {
    return instant.getEpochSecond() - START.getEpochSecond();
  }

  @Override
  public Instant instant() {
    return instantOf(now);
  }

  /** Puts down what is to happen at a second; at once, if that has passed, when time next does. */
  public void at(long second, Runnable action) {
    agenda.add(new Happening(second, order++, action));
  }

  /** Lets time pass. */
  public void advanceTo(long second) {
    while (!agenda.isEmpty() && agenda.peek().second() <= second) {
      Happening next = agenda.remove();
      now = Math.max(now, next.second());
      next.action().run();
    }
    now = Math.max(now, second);
  }
}
