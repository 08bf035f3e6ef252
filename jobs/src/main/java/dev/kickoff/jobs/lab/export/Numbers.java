package dev.kickoff.jobs.lab.export;

import java.time.Duration;

/** Numbers as people and programs write them: without a fraction where there is none. */
final class Numbers {
  private static final long MINUTE = 60;

  private Numbers() {}

  static Number plain(double value) {
    if (value == Math.rint(value)) {
      return (long) value;
    }
    return value;
  }

  /** Such as {@code 5 min} or {@code 3 min 30 s}. */
  static String words(Duration time) {
    long seconds = time.toSeconds();
    String minutes = seconds >= MINUTE ? seconds / MINUTE + " min" : "";
    String rest = seconds % MINUTE > 0 || seconds == 0 ? seconds % MINUTE + " s" : "";
    return minutes.isEmpty() || rest.isEmpty() ? minutes + rest : minutes + " " + rest;
  }
}
