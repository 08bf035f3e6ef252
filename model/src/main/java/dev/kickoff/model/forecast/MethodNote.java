package dev.kickoff.model.forecast;

import java.util.List;

/**
 * Which method made a forecast, and why that one.
 *
 * @param method its name, such as {@code event-ridge} or {@code seasonal-naive-day}
 * @param reason one sentence for an operator
 * @param passedOver the methods that were tried first, each with what it lacked; empty when the
 *     first choice was used
 */
public record MethodNote(String method, String reason, List<String> passedOver) {
  public MethodNote {
    passedOver = List.copyOf(passedOver);
  }
}
