package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.RegionState.Extras;
import dev.kickoff.connectors.awssim.RegionState.WarmPool;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.Refresh;
import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.connectors.awssim.query.QueryRequest;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;

/** Performs what concerns processes, tags, warm pools and instance refreshes. */
final class GroupActions {
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final String PROCESSES = "ScalingProcesses";
  private static final Set<String> KNOWN =
      Set.of(
          "Launch",
          "Terminate",
          "AddToLoadBalancer",
          "AlarmNotification",
          "AZRebalance",
          "HealthCheck",
          "InstanceRefresh",
          "ReplaceUnhealthy",
          "ScheduledActions");

  private final SimulatedRegion region;
  private final FaultPlan faults;

  GroupActions(SimulatedRegion region, FaultPlan faults) {
    this.region = region;
    this.faults = faults;
  }

  /** The reply; empty when the action is none of these. */
  Optional<ReplyWriter.Content> perform(String action, QueryRequest request) {
    return switch (action) {
      case "SuspendProcesses" -> Optional.of(suspend(request));
      case "ResumeProcesses" -> Optional.of(resume(request));
      case "CreateOrUpdateTags" -> Optional.of(tag(request));
      case "PutWarmPool" -> Optional.of(putWarmPool(request));
      case "DescribeWarmPool" -> Optional.of(describeWarmPool(request));
      case "DescribeInstanceRefreshes" -> Optional.of(describeRefreshes(request));
      default -> Optional.empty();
    };
  }

  private ReplyWriter.Content suspend(QueryRequest request) {
    Set<String> processes = processes(request);
    region.with(
        request.required(QueryActions.GROUP),
        member -> {
          member.group().suspend(processes);
          return member;
        });
    return QueryActions.NOTHING;
  }

  private ReplyWriter.Content resume(QueryRequest request) {
    Set<String> processes = processes(request);
    region.with(
        request.required(QueryActions.GROUP),
        member -> {
          member.group().resume(processes);
          return member;
        });
    return QueryActions.NOTHING;
  }

  /** Those that are named; all of them when none is. */
  private static Set<String> processes(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, PROCESSES));
    List<String> named = request.members(PROCESSES);
    for (String process : named) {
      if (!KNOWN.contains(process)) {
        throw QueryError.validation("Invalid scaling process type: " + process);
      }
    }
    return named.isEmpty() ? KNOWN : Set.copyOf(named);
  }

  private ReplyWriter.Content tag(QueryRequest request) {
    request.allowOnly(
        Set.of(
            "Tags.ResourceId",
            "Tags.ResourceType",
            "Tags.Key",
            "Tags.Value",
            "Tags.PropagateAtLaunch"));
    List<QueryRequest> tags = request.structures("Tags");
    tags.forEach(GroupActions::requireTag);
    for (QueryRequest tag : tags) {
      region.with(
          tag.required("ResourceId"),
          member -> {
            Map<String, String> all = new TreeMap<>(member.extras().tags());
            all.put(tag.required("Key"), tag.text("Value").orElse(""));
            if (all.size() > MOST_TAGS) {
              throw new QueryError(
                  400, "LimitExceeded", "A resource has at most " + MOST_TAGS + " tags");
            }
            member.setExtras(new Extras(all, member.extras().warm()));
            return member;
          });
    }
    return QueryActions.NOTHING;
  }

  private static void requireTag(QueryRequest tag) {
    String key = tag.required("Key");
    boolean sound =
        !key.isEmpty()
            && key.length() <= LONGEST_KEY
            && !key.startsWith("aws:")
            && tag.text("Value").orElse("").length() <= LONGEST_VALUE
            && tag.text("ResourceType").orElse("").equals("auto-scaling-group");
    if (!sound) {
      throw QueryError.validation("Invalid tag: " + key);
    }
  }

  private ReplyWriter.Content putWarmPool(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, QueryActions.MIN));
    int hosts = request.number(QueryActions.MIN).orElse(0);
    region.with(
        request.required(QueryActions.GROUP),
        member -> {
          WarmPool warm = new WarmPool(hosts, region.now());
          member.setExtras(new Extras(member.extras().tags(), Optional.of(warm)));
          return member;
        });
    return QueryActions.NOTHING;
  }

  private ReplyWriter.Content describeWarmPool(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    String group = request.required(QueryActions.GROUP);
    Member member = region.see(group, m -> m);
    Optional<WarmPool> warm = member.extras().warm();
    Instant readyAt =
        warm.map(WarmPool::since).orElse(region.now()).plus(member.group().shape().boot());
    String stage = readyAt.isAfter(region.now()) ? "Warmed:Pending" : "Warmed:Stopped";
    List<String> zones = member.group().shape().zones();
    List<Integer> hosts = IntStream.range(0, warm.map(WarmPool::hosts).orElse(0)).boxed().toList();
    return reply ->
        reply.page(
            "Instances",
            Page.of(hosts, request),
            (host, i) -> {
              host.text("InstanceId", "i-%08x%09x".formatted(~group.hashCode(), i));
              host.text("AvailabilityZone", zones.get(i % zones.size()));
              host.text("LifecycleState", stage);
              host.text("HealthStatus", "Healthy");
            });
  }

  private ReplyWriter.Content describeRefreshes(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    String group = request.required(QueryActions.GROUP);
    Instant now = region.see(group, member -> region.now());
    List<Refresh> begun =
        faults.refreshes().stream()
            .filter(refresh -> refresh.group().equals(group) && !refresh.from().isAfter(now))
            .sorted(Comparator.comparing(Refresh::from).reversed())
            .toList();
    return reply ->
        reply.page(
            "InstanceRefreshes",
            Page.of(begun, request),
            (member, refresh) -> writeRefresh(member, refresh, now));
  }

  private static void writeRefresh(ReplyWriter reply, Refresh refresh, Instant now)
      throws XMLStreamException {
    boolean over = !refresh.until().isAfter(now);
    reply.text("InstanceRefreshId", new UUID(0, refresh.from().getEpochSecond()));
    reply.text("AutoScalingGroupName", refresh.group());
    reply.text("Status", over ? "Successful" : "InProgress");
    reply.text("StartTime", refresh.from());
    if (over) {
      reply.text("EndTime", refresh.until());
    }
    reply.text("PercentageComplete", over ? 100 : 50);
  }
}
