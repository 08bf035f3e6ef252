package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import dev.kickoff.model.simulation.group.SimulatedHost;
import java.time.Instant;
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
    reply.text("NewInstancesProtectedFromScaleIn", false);
  }

  private void writeHost(ReplyWriter reply, String group, SimulatedHost host)
      throws XMLStreamException {
    reply.text("InstanceId", "i-%08x%09x".formatted(group.hashCode(), host.number()));
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
