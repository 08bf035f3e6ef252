package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import javax.xml.stream.XMLStreamException;

/** Writes target tracking policies as DescribePolicies does: requests per target and minute. */
final class PolicyReply {
  private PolicyReply() {}

  static ReplyWriter.Content of(Page<GroupView> page) {
    return reply ->
        reply.page(
            "ScalingPolicies",
            page,
            (member, group) ->
                writePolicy(member, group, group.definition().reactive().orElseThrow()));
  }

  private static void writePolicy(ReplyWriter reply, GroupView group, ReactiveSettings reactive)
      throws XMLStreamException {
    String name = group.definition().name();
    double target = group.definition().profile().requestsPerMinute() * reactive.target();
    reply.text("AutoScalingGroupName", name);
    reply.text("PolicyName", Member.policyName(name));
    reply.text("PolicyType", "TargetTrackingScaling");
    reply.within(
        "TargetTrackingConfiguration",
        tracking -> {
          tracking.within(
              "PredefinedMetricSpecification",
              metric -> {
                metric.text("PredefinedMetricType", "ALBRequestCountPerTarget");
                metric.text("ResourceLabel", "app/simulated/0/targetgroup/" + name + "/0");
              });
          tracking.text("TargetValue", target);
          tracking.text("DisableScaleIn", false);
        });
    reply.text("Enabled", true);
  }
}
