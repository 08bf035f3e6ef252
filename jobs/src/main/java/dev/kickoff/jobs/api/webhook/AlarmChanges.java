package dev.kickoff.jobs.api.webhook;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which guardrails call a person since a group's last decision, and which no longer do. */
final class AlarmChanges {
  private final Map<String, Map<String, String>> calling = new HashMap<>();

  /**
   * What a decision changed.
   *
   * @param raised what a person must look at, by guardrail, in the order of the trail
   * @param cleared what called at the decision before, by guardrail
   */
  record Change(Map<String, String> raised, Map<String, String> cleared) {}

  /** Takes a group's next decision; of its first all alarms are new. */
  Change accept(Decision decision) {
    Map<String, String> now = new LinkedHashMap<>();
    for (Verdict verdict : decision.alarms()) {
      verdict.alarm().ifPresent(words -> now.put(verdict.guardrail(), words));
    }
    Map<String, String> before = calling.put(decision.key().group(), now);
    Map<String, String> last = before == null ? Map.of() : before;
    return new Change(without(now, last), without(last, now));
  }

  private static Map<String, String> without(Map<String, String> these, Map<String, String> those) {
    Map<String, String> left = new LinkedHashMap<>(these);
    left.keySet().removeAll(those.keySet());
    return left;
  }
}
