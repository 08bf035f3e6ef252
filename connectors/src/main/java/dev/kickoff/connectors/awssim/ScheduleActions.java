package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.query.Page;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.connectors.awssim.query.QueryRequest;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;

/** Performs what concerns scheduled actions. */
final class ScheduleActions {
  private static final int LARGEST_BATCH = 50;
  private static final String NAME = "ScheduledActionName";
  private static final String NAMES = "ScheduledActionNames";
  private static final String START = "StartTime";
  private static final String ACTIONS = "ScheduledUpdateGroupActions";
  private static final String NOT_FOUND = "Scheduled action name not found";

  private final SimulatedRegion region;

  private record Failure(String name, String code, String message) {}

  ScheduleActions(SimulatedRegion region) {
    this.region = region;
  }

  /** The reply; empty when the action is none of these. */
  Optional<ReplyWriter.Content> perform(String action, QueryRequest request) {
    return switch (action) {
      case "DescribeScheduledActions" -> Optional.of(describe(request));
      case "PutScheduledUpdateGroupAction" -> Optional.of(put(request));
      case "BatchPutScheduledUpdateGroupAction" -> Optional.of(putBatch(request));
      case "DeleteScheduledAction" -> Optional.of(delete(request));
      case "BatchDeleteScheduledAction" -> Optional.of(deleteBatch(request));
      default -> Optional.empty();
    };
  }

  private <T> T with(QueryRequest request, Function<SimulatedGroup, T> call) {
    return region.with(request.required(QueryActions.GROUP), member -> call.apply(member.group()));
  }

  private ReplyWriter.Content describe(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, NAMES, Page.MAX_RECORDS, Page.NEXT_TOKEN));
    String group = request.required(QueryActions.GROUP);
    List<String> names = request.members(NAMES);
    List<ScheduledSize> sizes =
        region.see(group, member -> member.group().schedule().pending()).stream()
            .filter(size -> names.isEmpty() || names.contains(size.name()))
            .toList();
    return reply ->
        reply.page(ACTIONS, Page.of(sizes, request), (member, size) -> write(member, group, size));
  }

  private static void write(ReplyWriter reply, String group, ScheduledSize size)
      throws XMLStreamException {
    reply.text("AutoScalingGroupName", group);
    reply.text(NAME, size.name());
    reply.text(START, size.startAt());
    reply.text("Time", size.startAt());
    if (size.min().isPresent()) {
      reply.text(QueryActions.MIN, size.min().getAsInt());
    }
    if (size.max().isPresent()) {
      reply.text(QueryActions.MAX, size.max().getAsInt());
    }
    if (size.desired().isPresent()) {
      reply.text(QueryActions.DESIRED, size.desired().getAsInt());
    }
  }

  private ReplyWriter.Content put(QueryRequest request) {
    request.allowOnly(
        Set.of(
            QueryActions.GROUP,
            NAME,
            START,
            QueryActions.MIN,
            QueryActions.MAX,
            QueryActions.DESIRED));
    request.required(NAME);
    with(request, group -> tryPut(group, request)).ifPresent(ScheduleActions::raise);
    return QueryActions.NOTHING;
  }

  private ReplyWriter.Content putBatch(QueryRequest request) {
    request.allowOnly(
        Set.of(
            QueryActions.GROUP,
            ACTIONS + "." + NAME,
            ACTIONS + "." + START,
            ACTIONS + "." + QueryActions.MIN,
            ACTIONS + "." + QueryActions.MAX,
            ACTIONS + "." + QueryActions.DESIRED));
    List<QueryRequest> actions = request.structures(ACTIONS);
    requireBatch(actions.size(), "scheduledUpdateGroupActions");
    actions.forEach(action -> action.required(NAME));
    List<Failure> failures = new ArrayList<>();
    with(
        request,
        group -> {
          actions.forEach(action -> tryPut(group, action).ifPresent(failures::add));
          return group;
        });
    return reply ->
        reply.list("FailedScheduledUpdateGroupActions", failures, ScheduleActions::fail);
  }

  private static void requireBatch(int size, String member) {
    if (size < 1 || size > LARGEST_BATCH) {
      throw QueryError.validation(
          ("1 validation error detected: Value with %d members at '%s' failed to satisfy"
                  + " constraint: Member must have length between 1 and %d")
              .formatted(size, member, LARGEST_BATCH));
    }
  }

  private Optional<Failure> tryPut(SimulatedGroup group, QueryRequest action) {
    String name = action.required(NAME);
    try {
      Instant startAt =
          action
              .instant(START)
              .orElseThrow(() -> QueryError.validation("Either StartTime or Recurrence is needed"));
      ScheduledSize size =
          new ScheduledSize(
              name,
              startAt,
              action.number(QueryActions.MIN),
              action.number(QueryActions.MAX),
              action.number(QueryActions.DESIRED));
      return group
          .schedule()
          .put(size, region.now())
          .map(why -> new Failure(name, codeOf(why), why));
    } catch (QueryError e) {
      return Optional.of(new Failure(name, e.code(), String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      return Optional.of(new Failure(name, "ValidationError", String.valueOf(e.getMessage())));
    }
  }

  private static String codeOf(String why) {
    return why.contains("limit of " + FleetSchedule.MOST) ? "LimitExceeded" : "ValidationError";
  }

  private static void raise(Failure failure) {
    throw new QueryError(400, failure.code(), failure.message());
  }

  private ReplyWriter.Content delete(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, NAME));
    String name = request.required(NAME);
    if (!with(request, group -> group.schedule().delete(name))) {
      throw QueryError.validation(NOT_FOUND);
    }
    return QueryActions.NOTHING;
  }

  private ReplyWriter.Content deleteBatch(QueryRequest request) {
    request.allowOnly(Set.of(QueryActions.GROUP, NAMES));
    List<String> names = request.members(NAMES);
    requireBatch(names.size(), "scheduledActionNames");
    List<Failure> failures = new ArrayList<>();
    with(
        request,
        group -> {
          for (String name : names) {
            if (!group.schedule().delete(name)) {
              failures.add(new Failure(name, "ValidationError", NOT_FOUND));
            }
          }
          return group;
        });
    return reply -> reply.list("FailedScheduledActions", failures, ScheduleActions::fail);
  }

  private static void fail(ReplyWriter reply, Failure failure) throws XMLStreamException {
    reply.text(NAME, failure.name());
    reply.text("ErrorCode", failure.code());
    reply.text("ErrorMessage", failure.message());
  }
}
