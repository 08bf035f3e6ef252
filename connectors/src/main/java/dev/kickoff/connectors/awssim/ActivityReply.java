package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import java.time.Instant;
import java.util.UUID;

/** Writes activities as DescribeScalingActivities does, though one a change and not one a host. */
final class ActivityReply {
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
              member.text("StatusCode", over ? "Successful" : "InProgress");
              member.text("Progress", over ? 100 : 50);
            });
  }
}
