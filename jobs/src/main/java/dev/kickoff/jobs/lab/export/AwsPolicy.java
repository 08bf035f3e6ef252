package dev.kickoff.jobs.lab.export;

import java.time.Duration;

/**
 * A scaling policy of a group, and the alarm that calls it.
 *
 * @param id short name within the code: {@code ScaleOut} or {@code ScaleIn}
 * @param name of the policy
 * @param hosts that are added; negative where they are let go
 * @param waitSeconds simple scaling: its cooldown; step scaling: the warm-up of a host
 */
record AwsPolicy(String id, String name, Kind kind, int hosts, int waitSeconds, AwsAlarm alarm) {
  static final String ADJUSTMENT = "ChangeInCapacity";

  /** How EC2 Auto Scaling waits after a change. */
  enum Kind {
    SIMPLE("SimpleScaling"),
    STEP("StepScaling");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  boolean isStep() {
    return kind == Kind.STEP;
  }

  /** What it does, in words. */
  String words() {
    return "%+d host%s when the mean CPU is %s %s %% in %d of %d period%s of %s"
        .formatted(
            hosts,
            Math.abs(hosts) == 1 ? "" : "s",
            alarm.above() ? "above" : "below",
            alarm.thresholdNumber(),
            alarm.needed(),
            alarm.periods(),
            alarm.periods() == 1 ? "" : "s",
            Numbers.words(Duration.ofSeconds(alarm.periodSeconds())));
  }
}
