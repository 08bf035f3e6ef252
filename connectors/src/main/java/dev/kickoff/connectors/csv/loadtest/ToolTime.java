package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Timestamps;
import java.time.ZoneOffset;

/** Times as Locust and k6 write them: seconds since 1970, or finer, or ISO-8601. */
final class ToolTime {
  private static final Timestamps ISO = new Timestamps(ZoneOffset.UTC);
  private static final int SECONDS = 10;
  private static final int MILLIS = 13;
  private static final int MICROS = 16;
  private static final int NANOS = 19;

  private ToolTime() {}

  /** Milliseconds since 1970. */
  static long millis(String text) throws InvalidText {
    if (text.matches("\\d+")) {
      switch (text.length()) {
        case SECONDS:
          return Long.parseLong(text) * 1_000;
        case MILLIS:
          return Long.parseLong(text);
        case MICROS:
          return Long.parseLong(text) / 1_000;
        case NANOS:
          return Long.parseLong(text) / 1_000_000;
        default:
          break;
      }
    }
    return ISO.millis(text);
  }
}
