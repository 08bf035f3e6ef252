package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import dev.kickoff.model.simulation.group.SimulatedHost;
import java.time.Instant;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes groups as DescribeAutoScalingGroups does. */
final class GroupReply {
  private final Instant now;

  private GroupReply(Instant now) {
    this.now = now;
  }

  static ReplyWriter.Content of(Page<GroupView> page, Instant now) {
    return reply -> reply.page("AutoScalingGroups", page, new GroupReply(now)::writeGroup);
  }

  private void writeGroup(ReplyWriter reply, GroupView group) throws XMLStreamException {
    String name = group.definition().name();
    reply.text("AutoScalingGroupName", name);
    reply.text("AutoScalingGroupARN", arn(name));
    reply.text("MinSize", group.size().min());
    reply.text("MaxSize", group.size().max());
    reply.text("DesiredCapacity", group.size().desired());
    reply.text("DefaultCooldown", 300);
    reply.list("AvailabilityZones", group.definition().shape().zones(), ReplyWriter::characters);
    reply.text("HealthCheckType", "EC2");
    reply.text("HealthCheckGracePeriod", 0);
    reply.list("Instances", group.hosts(), (host, h) -> writeHost(host, name, h));
    reply.text("CreatedTime", Instant.EPOCH);
    reply.list("SuspendedProcesses", group.suspended(), GroupReply::writeSuspended);
    reply.list(
        "Tags", group.extras().tags().entrySet(), (tag, entry) -> writeTag(tag, name, entry));
    if (group.extras().warm().isPresent()) {
      reply.within(
          "WarmPoolConfiguration",
          warm -> {
            warm.text("MinSize", group.extras().warm().get().hosts());
            warm.text("PoolState", "Stopped");
          });
      reply.text("WarmPoolSize", group.extras().warm().get().hosts());
    }
    reply.text("NewInstancesProtectedFromScaleIn", false);
  }

  private static void writeSuspended(ReplyWriter reply, String process) throws XMLStreamException {
    reply.text("ProcessName", process);
    reply.text("SuspensionReason", "User suspended");
  }

  private static void writeTag(ReplyWriter reply, String group, Map.Entry<String, String> tag)
      throws XMLStreamException {
    reply.text("ResourceId", group);
    reply.text("ResourceType", "auto-scaling-group");
    reply.text("Key", tag.getKey());
    reply.text("Value", tag.getValue());
    reply.text("PropagateAtLaunch", false);
  }

  private void writeHost(ReplyWriter reply, String group, SimulatedHost host)
      throws XMLStreamException {
    reply.text("InstanceId", ActivityLog.instanceId(group, host.number()));
    reply.text("AvailabilityZone", host.zone());
    reply.text("LifecycleState", host.servesAt(now) ? "InService" : "Pending");
    reply.text("HealthStatus", "Healthy");
    reply.text("ProtectedFromScaleIn", false);
  }

  static String arn(String group) {
    return "arn:aws:autoscaling:simulated:000000000000:autoScalingGroup:"
        + "00000000-0000-0000-0000-000000000000:autoScalingGroupName/"
        + group;
  }
}
