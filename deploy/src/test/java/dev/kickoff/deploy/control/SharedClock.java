package dev.kickoff.deploy.control;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Virtual time that several processes tell alike: it runs so many times as fast from an instant.
 */
record SharedClock(Instant virtualAnchor, long wallAnchorMillis, double speed)
    implements InstantSource {
  @Override
  public Instant instant() {
    long passed = System.currentTimeMillis() - wallAnchorMillis;
    return virtualAnchor.plusMillis((long) (passed * speed));
  }

  String asText() {
    return virtualAnchor + "," + wallAnchorMillis + "," + speed;
  }

  static SharedClock of(String text) {
    String[] parts = text.split(",");
    return new SharedClock(
        Instant.parse(parts[0]), Long.parseLong(parts[1]), Double.parseDouble(parts[2]));
  }
}
