package dev.kickoff.connectors.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kickoff.model.fleet.Launch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * What became of the hosts that groups launched, out of their scaling activities.
 *
 * <p>AWS keeps them for six weeks, newest first; a launch ends when its host is in service. They
 * tell the zone, and never the type: that is known of hosts that the group still has.
 */
final class LaunchHistory {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LAUNCH =
      Pattern.compile("Launching a new EC2 instance(?:: (i-[0-9a-z]+))?.*", Pattern.DOTALL);

  private final AwsCalls calls;
  private final GroupReading groups;

  LaunchHistory(AwsCalls calls, GroupReading groups) {
    this.calls = calls;
    this.groups = groups;
  }

  List<Launch> since(String group, Instant since) {
    List<Activity> activities =
        calls.read(group, "DescribeScalingActivities", client -> newest(client, group, since));
    Map<String, String> types = groups.typesOfHosts(group);
    return activities.stream()
        .map(activity -> launch(activity, types))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Launch::askedAt).thenComparing(Launch::id))
        .toList();
  }

  /** Reads pages only as far back as is asked for. */
  private static List<Activity> newest(AutoScalingClient client, String group, Instant since) {
    List<Activity> found = new ArrayList<>();
    for (Activity activity :
        client
            .describeScalingActivitiesPaginator(r -> r.autoScalingGroupName(group))
            .activities()) {
      if (activity.startTime().isBefore(since)) {
        return found;
      }
      found.add(activity);
    }
    return found;
  }

  private static Optional<Launch> launch(Activity activity, Map<String, String> types) {
    Matcher launch = LAUNCH.matcher(String.valueOf(activity.description()));
    if (!launch.matches()) {
      return Optional.empty();
    }
    Optional<String> type = Optional.ofNullable(launch.group(1)).map(types::get);
    boolean serves = activity.statusCode() == ScalingActivityStatusCode.SUCCESSFUL;
    return Optional.of(
        new Launch(
            activity.activityId(),
            activity.startTime(),
            serves ? Optional.ofNullable(activity.endTime()) : Optional.empty(),
            zone(activity),
            type,
            refusal(activity)));
  }

  private static Optional<String> refusal(Activity activity) {
    return switch (activity.statusCode()) {
      case FAILED, CANCELLED ->
          Optional.of(
              activity.statusMessage() == null
                  ? activity.statusCodeAsString()
                  : activity.statusMessage());
      default -> Optional.empty();
    };
  }

  private static Optional<String> zone(Activity activity) {
    if (activity.details() == null) {
      return Optional.empty();
    }
    try {
      JsonNode zone = JSON.readTree(activity.details()).path("Availability Zone");
      return zone.isTextual() ? Optional.of(zone.textValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // details that cannot be read do not tell the zone
    }
  }
}
