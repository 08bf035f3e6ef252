package dev.kickoff.connectors;

/**
 * What an owner of groups does not do that AWS does, and the contract therefore cannot ask of it.
 */
enum Laxity {
  LIVES_IN_WALL_TIME("hosts serve at once and the clock of the test is not its own"),
  NAMES_ZONES_ITSELF("its zones are those of a real region"),
  RECORDS_NO_ACTIVITIES("DescribeScalingActivities answers with nothing"),
  ACCEPTS_SIZES_THAT_CONTRADICT(
      "UpdateAutoScalingGroup takes a min above max and a desired above max"),
  ACCEPTS_ANY_SCHEDULE("starts in the past, equal starts and more than 125 actions are accepted"),
  KEEPS_NO_PROMISE("scheduled actions are never carried out");

  private final String reason;

  Laxity(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
