package dev.kickoff.connectors.aws.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * A scaling policy that a group has.
 *
 * @param group that it belongs to
 * @param type the API's word, such as {@code SimpleScaling}
 * @param change what it does to the group in words, such as {@code +2 hosts}
 * @param waitSeconds its cooldown, or the warm-up of a host; empty: the group's default
 * @param alarms names of the alarms that call it
 */
public record GroupPolicy(
    String group,
    String name,
    String type,
    String change,
    OptionalInt waitSeconds,
    List<String> alarms) {
  public GroupPolicy {
    alarms = List.copyOf(alarms);
  }

  /** A change in hosts, in words. */
  public static String hosts(int change) {
    return "%+d host%s".formatted(change, Math.abs(change) == 1 ? "" : "s");
  }

  /**
   * A change in words.
   *
   * @param adjustment the API's word for what the numbers are
   * @param amounts one for each step; at least one
   */
  public static String words(String adjustment, List<Integer> amounts) {
    StringBuilder text = new StringBuilder();
    for (int amount : amounts) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(
              switch (adjustment) {
                case "ChangeInCapacity" -> hosts(amount);
                case "PercentChangeInCapacity" -> "%+d %%".formatted(amount);
                case "ExactCapacity" -> "to %d hosts".formatted(amount);
                default -> amount + " " + adjustment;
              });
    }
    return text.toString();
  }
}
