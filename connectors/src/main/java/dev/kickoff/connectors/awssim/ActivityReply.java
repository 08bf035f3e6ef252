package dev.kickoff.connectors.awssim;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import java.time.Instant;
import java.util.UUID;

/** Writes activities as DescribeScalingActivities does, one a host. */
final class ActivityReply {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ActivityReply() {}

  static ReplyWriter.Content of(Page<ScalingActivity> page, Instant now) {
    return reply ->
        reply.page(
            "Activities",
            page,
            (member, activity) -> {
              boolean over = activity.isOverAt(now);
              member.text("ActivityId", new UUID(0, activity.id()));
              member.text("AutoScalingGroupName", activity.group());
              member.text("Description", activity.description());
              member.text("Cause", activity.cause());
              member.text("StartTime", activity.askedAt());
              if (over) {
                member.text("EndTime", activity.readyAt());
              }
              member.text("StatusCode", activity.status(now));
              if (activity.host().isPresent()) {
                ScalingActivity.HostNote host = activity.host().get();
                if (host.refusal().isPresent()) {
                  member.text("StatusMessage", host.refusal().get());
                }
                member.text("Details", details(host.zone()));
              }
              member.text("Progress", over ? 100 : 50);
            });
  }

  private static String details(String zone) {
    String id = "%08x".formatted(zone.hashCode());
    return JSON.createObjectNode()
        .put("Subnet ID", "subnet-" + id)
        .put("Availability Zone", zone)
        .toString();
  }
}
