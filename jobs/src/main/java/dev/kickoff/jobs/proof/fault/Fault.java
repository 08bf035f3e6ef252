package dev.kickoff.jobs.proof.fault;

import java.util.Locale;

/** A kind of thing that may go wrong on one of the controller's edges, for a while. */
public enum Fault {
  /** Minutes arrive up to ten minutes late. */
  METRICS_LATE(120, 3_600),
  /** Minutes never arrive, for up to six hours. */
  METRICS_LOST(120, 21_600),
  /** Minutes arrive twice, the second time after their successors. */
  METRICS_TWICE(120, 3_600),
  /** Minutes read zero, with every source reporting. */
  METRICS_ZERO(120, 5_400),
  /** Minutes are counted in the wrong unit: sixty times too high. */
  METRICS_SIXTYFOLD(60, 3_600),
  /** Minutes hold any number up to ten times the truth. */
  METRICS_GARBAGE(60, 3_600),
  /** Half of the sources are silent; what is left is half of the demand. */
  METRICS_HALF(120, 3_600),
  /** Forecasts arrive up to ten minutes after they were issued. */
  FORECASTS_LATE(120, 5_400),
  /** No forecast is issued. */
  FORECASTS_ABSENT(120, 7_200),
  /** Forecasts are wrong by a factor of 0.3 to 3. */
  FORECASTS_WRONG(300, 7_200),
  /** Nothing that is published reaches the controller; then all of it does at once. */
  INPUTS_CUT(30, 600),
  /** The event is put off by a quarter of an hour to an hour. */
  EVENT_DELAYED(1, 1),
  /** The event is called off. */
  EVENT_CANCELLED(1, 1),
  /** The event is put off by a day. */
  EVENT_POSTPONED(1, 1),
  /** The event is to last up to an hour longer. */
  EVENT_EXTENDED(1, 1),
  /** A person freezes the group. */
  ORDER_FREEZE(120, 3_600),
  /** A person forbids to lower. */
  ORDER_FREEZE_IN(120, 3_600),
  /** A person forbids to raise. */
  ORDER_FREEZE_OUT(120, 3_600),
  /** A person pins the floor. */
  ORDER_PIN(300, 3_600),
  /** A person sets a ceiling. */
  ORDER_CEILING(300, 3_600),
  /** A person sets a floor. */
  ORDER_FLOOR(300, 3_600),
  /** Three calls of ten are throttled. */
  CALLS_THROTTLED(60, 3_600),
  /** A call of ten fails inside the fleet's owner. */
  CALLS_FAILED(60, 3_600),
  /** Changes are made, but the answer is lost. */
  ANSWERS_LOST(600, 3_600),
  /** Answers take up to five seconds; after three the caller gives up, and it still happens. */
  CALLS_SLOW(60, 1_800),
  /** No host that is asked for comes into service. */
  CAPACITY_REFUSED(300, 3_600),
  /** Descriptions are up to a minute old. */
  DESCRIBE_STALE(60, 1_800),
  /** Descriptions hold no group, or a group without hosts. */
  DESCRIBE_EMPTY(30, 1_800),
  /** The hosts are being replaced. */
  INSTANCE_REFRESH(300, 3_600),
  /** Our clock and the fleet's owner's are up to ten minutes apart. */
  CLOCK_SKEW(300, 7_200),
  /** Another program sets the floor back, every two to ten minutes. */
  FOREIGN_RESET(600, 5_400),
  /** A person raises the floor by hand. */
  FOREIGN_RAISE(1, 1),
  /** The controller's process stops between two ticks, for up to two minutes. */
  PAUSE_IDLE(1, 120),
  /** It stops for up to two minutes between the first commit within the span and its call. */
  PAUSE_BEFORE_CALL(900, 3_600),
  /** It is killed between two ticks. */
  KILL_IDLE(1, 1),
  /** It is killed before the first commit of an intent within the span. */
  KILL_BEFORE_COMMIT(900, 3_600),
  /** It is killed after the first commit of an intent within the span. */
  KILL_BEFORE_CALL(900, 3_600),
  /** It is killed after the first call within the span, before the answer is recorded. */
  KILL_AFTER_CALL(900, 3_600),
  /** A second controller takes over while the first one goes on. */
  TWO_LEADERS(1, 1),
  /** Every tick a new controller takes over, for up to five minutes. */
  LEADER_STORM(60, 300),
  /** Nothing can be committed. */
  LEDGER_DOWN(15, 120),
  /** The controller dies an hour before kick-off and never comes back. */
  DEATH(1, 1);

  private final int shortest;
  private final int longest;

  Fault(int shortest, int longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** The shortest time it lasts, in seconds; 1 for what happens at once. */
  public int shortest() {
    return shortest;
  }

  /** The longest time it lasts, in seconds. */
  public int longest() {
    return longest;
  }

  /** Whether it is about the calls between us and the fleet's owner. */
  public boolean isOfCalls() {
    return compareTo(CALLS_THROTTLED) >= 0 && compareTo(CLOCK_SKEW) <= 0;
  }

  /** Whether it is about the controller's own process or its ledger. */
  public boolean isOfProcess() {
    return compareTo(PAUSE_IDLE) >= 0;
  }

  /** Its name in commands and tables, such as {@code metrics-zero}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
