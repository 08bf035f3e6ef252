package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.autoscaling.model.FailedScheduledUpdateGroupActionRequest;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupAction;
import software.amazon.awssdk.services.autoscaling.model.ScheduledUpdateGroupActionRequest;

/** The scheduled actions of groups, in batches; a batch's failures are told by name. */
final class ScheduledActions implements FleetSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledActions.class);
  private static final int LARGEST_BATCH = 50;
  private static final String PROCESS = "ScheduledActions";

  private final AwsCalls calls;

  ScheduledActions(AwsCalls calls) {
    this.calls = calls;
  }

  /** An action without a size, or one that repeats and has not said when, is left out and told. */
  @Override
  public List<ScheduledSize> read(String group) {
    List<ScheduledUpdateGroupAction> actions =
        calls.read(
            group,
            "DescribeScheduledActions",
            client ->
                client
                    .describeScheduledActionsPaginator(r -> r.autoScalingGroupName(group))
                    .scheduledUpdateGroupActions()
                    .stream()
                    .toList());
    List<ScheduledSize> sizes = new ArrayList<>();
    for (ScheduledUpdateGroupAction action : actions) {
      if (action.startTime() == null || !hasSize(action)) {
        LOG.warn("group {}: scheduled action {} cannot be understood", group, action);
      } else {
        sizes.add(
            new ScheduledSize(
                action.scheduledActionName(),
                action.startTime(),
                optional(action.minSize()),
                optional(action.maxSize()),
                optional(action.desiredCapacity())));
      }
    }
    sizes.sort(Comparator.comparing(ScheduledSize::startAt).thenComparing(ScheduledSize::name));
    return List.copyOf(sizes);
  }

  private static boolean hasSize(ScheduledUpdateGroupAction action) {
    return action.minSize() != null || action.maxSize() != null || action.desiredCapacity() != null;
  }

  private static OptionalInt optional(Integer size) {
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }

  @Override
  public Map<String, String> put(String group, List<ScheduledSize> sizes) {
    return inBatches(sizes, ScheduledSize::name, batch -> putBatch(group, batch));
  }

  private List<FailedScheduledUpdateGroupActionRequest> putBatch(
      String group, List<ScheduledSize> batch) {
    List<ScheduledUpdateGroupActionRequest> requests =
        batch.stream().map(ScheduledActions::request).toList();
    return calls
        .change(
            group,
            "BatchPutScheduledUpdateGroupAction",
            client ->
                client.batchPutScheduledUpdateGroupAction(
                    r -> r.autoScalingGroupName(group).scheduledUpdateGroupActions(requests)))
        .failedScheduledUpdateGroupActions();
  }

  private static ScheduledUpdateGroupActionRequest request(ScheduledSize size) {
    ScheduledUpdateGroupActionRequest.Builder request =
        ScheduledUpdateGroupActionRequest.builder()
            .scheduledActionName(size.name())
            .startTime(size.startAt());
    size.min().ifPresent(request::minSize);
    size.max().ifPresent(request::maxSize);
    size.desired().ifPresent(request::desiredCapacity);
    return request.build();
  }

  @Override
  public Map<String, String> delete(String group, Set<String> names) {
    List<String> sorted = List.copyOf(new TreeSet<>(names));
    Map<String, String> refused =
        inBatches(sorted, Function.identity(), batch -> deleteBatch(group, batch));
    refused.values().removeIf(why -> why.contains("not found"));
    return refused;
  }

  private List<FailedScheduledUpdateGroupActionRequest> deleteBatch(
      String group, List<String> batch) {
    return calls
        .change(
            group,
            "BatchDeleteScheduledAction",
            client ->
                client.batchDeleteScheduledAction(
                    r -> r.autoScalingGroupName(group).scheduledActionNames(batch)))
        .failedScheduledActions();
  }

  /**
   * When a later batch fails as a whole, the earlier ones stand: its names are refused one by one
   * with what was said, so that the caller knows which stand.
   */
  private static <T> Map<String, String> inBatches(
      List<T> all,
      Function<T, String> name,
      Function<List<T>, List<FailedScheduledUpdateGroupActionRequest>> call) {
    Map<String, String> refused = new TreeMap<>();
    for (int from = 0; from < all.size(); from += LARGEST_BATCH) {
      List<T> batch = all.subList(from, Math.min(all.size(), from + LARGEST_BATCH));
      try {
        call.apply(batch)
            .forEach(
                failed ->
                    refused.put(
                        failed.scheduledActionName(),
                        failed.errorCode() + ": " + failed.errorMessage()));
      } catch (FleetException e) {
        if (from == 0) {
          throw e;
        }
        batch.forEach(item -> refused.put(name.apply(item), String.valueOf(e.getMessage())));
      }
    }
    return refused;
  }

  @Override
  public void suspend(String group) {
    calls.change(
        group,
        "SuspendProcesses",
        client ->
            client.suspendProcesses(r -> r.autoScalingGroupName(group).scalingProcesses(PROCESS)));
  }

  @Override
  public void resume(String group) {
    calls.change(
        group,
        "ResumeProcesses",
        client ->
            client.resumeProcesses(r -> r.autoScalingGroupName(group).scalingProcesses(PROCESS)));
  }
}
