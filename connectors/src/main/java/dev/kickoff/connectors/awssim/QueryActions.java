package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.connectors.awssim.query.QueryRequest;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import dev.kickoff.model.simulation.group.SizeChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Performs what a request asks for and writes the reply. */
final class QueryActions {
  private static final String VERSION = "2011-01-01";
  static final String GROUP = "AutoScalingGroupName";
  private static final String GROUPS = "AutoScalingGroupNames";
  static final String MIN = "MinSize";
  static final String MAX = "MaxSize";
  static final String DESIRED = "DesiredCapacity";
  static final ReplyWriter.Content NOTHING = reply -> {};

  private final SimulatedRegion region;
  private final ScheduleActions schedule;
  private final GroupActions groups;

  QueryActions(SimulatedRegion region, FaultPlan faults) {
    this.region = region;
    this.schedule = new ScheduleActions(region);
    this.groups = new GroupActions(region, faults);
  }

  /**
   * The reply to a request.
   *
   * @throws QueryError when the request is at fault
   */
  String perform(QueryRequest request, String requestId) {
    String action =
        request
            .text("Action")
            .orElseThrow(
                () ->
                    new QueryError(
                        400, "MissingAction", "The request must contain the parameter Action"));
    String version = request.text("Version").orElse("");
    if (!version.equals(VERSION)) {
      throw unknown(action, version);
    }
    ReplyWriter.Content result =
        switch (action) {
          case "DescribeAutoScalingGroups" -> describeGroups(request);
          case "UpdateAutoScalingGroup" -> update(request);
          case "SetDesiredCapacity" -> setDesired(request);
          case "DescribeScalingActivities" -> describeActivities(request);
          case "DescribePolicies" -> describePolicies(request);
          default ->
              schedule
                  .perform(action, request)
                  .or(() -> groups.perform(action, request))
                  .orElseThrow(() -> unknown(action, version));
        };
    return ReplyWriter.success(
        action,
        requestId,
        reply -> {
          if (result != NOTHING) {
            reply.within(action + "Result", result);
          }
        });
  }

  private static QueryError unknown(String action, String version) {
    return new QueryError(
        400, "InvalidAction", "Could not find operation " + action + " for version " + version);
  }

  private ReplyWriter.Content describeGroups(QueryRequest request) {
    request.allowOnly(Set.of(GROUPS, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    List<String> names = request.members(GROUPS);
    List<GroupView> groups =
        region.described().stream()
            .filter(g -> names.isEmpty() || names.contains(g.definition().name()))
            .toList();
    return GroupReply.of(Page.of(groups, request), region.now());
  }

  private ReplyWriter.Content update(QueryRequest request) {
    request.allowOnly(Set.of(GROUP, MIN, MAX, DESIRED));
    region.change(
        request.required(GROUP),
        new SizeChange(request.number(MIN), request.number(MAX), request.number(DESIRED)));
    return NOTHING;
  }

  private ReplyWriter.Content setDesired(QueryRequest request) {
    request.allowOnly(Set.of(GROUP, DESIRED, "HonorCooldown"));
    String group = request.required(GROUP);
    request.required(DESIRED);
    region.setDesired(group, request.number(DESIRED).orElseThrow());
    return NOTHING;
  }

  private ReplyWriter.Content describeActivities(QueryRequest request) {
    request.allowOnly(Set.of(GROUP, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    Optional<String> group = request.text(GROUP);
    List<ScalingActivity> activities =
        region.activities().stream()
            .filter(activity -> group.isEmpty() || group.get().equals(activity.group()))
            .toList();
    return ActivityReply.of(Page.of(activities, request), region.now());
  }

  private ReplyWriter.Content describePolicies(QueryRequest request) {
    request.allowOnly(Set.of(GROUP, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    Optional<String> group = request.text(GROUP);
    List<GroupView> groups =
        region.groups().stream()
            .filter(g -> g.definition().reactive().isPresent())
            .filter(g -> group.isEmpty() || group.get().equals(g.definition().name()))
            .toList();
    return PolicyReply.of(Page.of(groups, request));
  }
}
