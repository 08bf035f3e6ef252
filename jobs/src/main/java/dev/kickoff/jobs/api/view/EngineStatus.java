package dev.kickoff.jobs.api.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kickoff.jobs.api.view.order.ActiveOrder;
import dev.kickoff.model.control.ControlMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an operator must see in ten seconds; every instant and age is engine time.
 *
 * @param state the one word on top
 * @param acting groups whose decisions reach the fleet
 * @param speed engine seconds per second of wall time
 * @param dataThrough until when every service's minutes are final; empty while one has none
 * @param ahead what comes next and who has ordered what; its fields stand beside the others
 */
public record EngineStatus(
    State state,
    List<String> acting,
    Instant engineTime,
    double speed,
    Optional<Instant> dataThrough,
    List<InputAge> inputs,
    List<GroupStatus> groups,
    @JsonUnwrapped Ahead ahead) {

  /** The next three planned changes, soonest first. */
  public List<NextChange> nextChanges() {
    return ahead.nextChanges();
  }

  /**
   * What comes next, and what people have to do with it.
   *
   * @param nextChanges the next three, soonest first
   * @param overrides orders in force, strongest first
   * @param reviewsWaiting how many changes wait for a person
   * @param oldestInputSeconds age of the oldest input; empty before the first
   */
  public record Ahead(
      List<NextChange> nextChanges,
      List<ActiveOrder> overrides,
      int reviewsWaiting,
      Optional<Double> oldestInputSeconds) {}

  /** The engine in one word; the first that holds, in this order, is shown. */
  public enum State {
    /** Recorded demand was played to its end. */
    ENDED,
    /** An operator has frozen a group: nothing of it is changed, whatever else holds. */
    FROZEN,
    /** No demand has been seen yet. */
    WAITING,
    /** Demand, a forecast or the last look at the fleet is older than it should be. */
    STALE_INPUT,
    /** At least one group is changed by decisions. */
    ACTING,
    /** Decisions are recorded and change nothing. */
    FORECAST_ONLY
  }

  /**
   * How old an input is.
   *
   * @param source {@code demand}, {@code forecast-near}, {@code forecast-far} or {@code fleet}
   * @param name the service, or for the fleet the group
   * @param newestAt end of the newest minute, issue of the newest forecast or last look at the
   *     fleet; empty before the first
   * @param ageSeconds never negative; empty before the first
   */
  public record InputAge(
      String source,
      String name,
      Optional<Instant> newestAt,
      Optional<Double> ageSeconds,
      boolean stale) {}

  /**
   * A group now, in hosts.
   *
   * @param demandRpm demand of the newest minute, in requests per minute
   * @param required hosts that this demand needs
   * @param floor the floor that the group has
   * @param decided what its controller decided last; its fields stand beside the others
   */
  public record GroupStatus(
      String group,
      String service,
      ControlMode mode,
      Optional<Double> demandRpm,
      Optional<Integer> required,
      Optional<Integer> floor,
      Optional<Integer> inService,
      @JsonUnwrapped Decided decided) {}

  /**
   * What was decided last on a group; empty before the first decision.
   *
   * @param decidedFloor the floor, also where it was not set
   * @param lastDecisionAt when; controllers decide every few seconds, also to change nothing
   * @param leader the name of the controller that decided, or its epoch where it has none
   */
  public record Decided(
      Optional<Integer> decidedFloor, Optional<Instant> lastDecisionAt, Optional<String> leader) {}

  /**
   * A change of the planned floor.
   *
   * @param underWay whether it has begun: the plan already asks for it, guardrails let it through
   *     step by step
   * @param at when it begins; now where it is under way
   * @param completeAt when its last step begins; later than {@code at} where small steps in one
   *     direction were drawn together
   * @param reason of the step that begins, or of the one that ends when hosts may go
   * @param event title of the event that it is for or after; empty where there is none
   */
  public record NextChange(
      String group,
      boolean underWay,
      Instant at,
      Instant completeAt,
      int hostsBefore,
      int hostsAfter,
      String reason,
      Optional<String> event) {
    NextChange begun() {
      return new NextChange(group, true, at, completeAt, hostsBefore, hostsAfter, reason, event);
    }
  }
}
