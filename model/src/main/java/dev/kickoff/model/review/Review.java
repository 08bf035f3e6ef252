package dev.kickoff.model.review;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change that waits for a second person, or was answered.
 *
 * <p>{@code PENDING_REVIEW} becomes {@code APPROVED} or {@code DISCARDED}, and what was approved
 * {@code SUBMITTED} once it stands. Nobody approves what the same person asked for. What nobody
 * answers within {@link #PATIENCE} is discarded.
 *
 * @param group what it is for; {@value #EVERY_GROUP} for every group
 * @param proposal what would be done
 * @param answer empty while it waits
 */
public record Review(
    String id,
    Kind kind,
    String group,
    Status status,
    Request request,
    Proposal proposal,
    Optional<Answer> answer) {
  /** In place of a group's name: every group. */
  public static final String EVERY_GROUP = "*";

  /** Who asks where the engine itself does. */
  public static final String ENGINE = "kickoff";

  /** How long it waits, in engine time. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  /** What waits. */
  public enum Kind {
    /** A move of a floor that a guardrail holds. */
    MOVE,
    /** The end of freezes. */
    RESUME,
    /** An order. */
    ORDER,
    /** An event that looks like a slip of the hand. */
    EVENT
  }

  /** Where it stands. */
  public enum Status {
    PENDING_REVIEW,
    APPROVED,
    DISCARDED,
    SUBMITTED
  }

  /**
   * Who asks for what.
   *
   * @param by who asks
   * @param at when, in engine time
   * @param summary one line for the person who answers
   * @param floorNow the floor when it was asked; empty where it is not about one group
   * @param floorWanted the floor that it leads to; empty likewise
   */
  public record Request(
      String by, Instant at, String summary, OptionalInt floorNow, OptionalInt floorWanted) {}

  /**
   * What would be done.
   *
   * @param digest of it: an approval names the digest that was seen
   * @param orders to be given, or for a resume those that would end
   * @param events to be published
   */
  public record Proposal(String digest, List<OperatorOverride> orders, List<Event> events) {
    public Proposal {
      orders = List.copyOf(orders);
      events = List.copyOf(events);
    }
  }

  /** Who answered, when in engine time, and what they said. */
  public record Answer(String by, Instant at, String comment) {}

  /** Whether it waits for an answer at {@code now}. */
  public boolean isOpen(Instant now) {
    return status == Status.PENDING_REVIEW && request.at().plus(PATIENCE).isAfter(now);
  }

  /** The same as it stands at {@code now}: discarded where nobody answered in time. */
  public Review asOf(Instant now) {
    if (status != Status.PENDING_REVIEW || isOpen(now)) {
      return this;
    }
    String why = "nobody answered within " + PATIENCE.toHours() + " hours";
    return discarded(new Answer(ENGINE, request.at().plus(PATIENCE), why));
  }

  /**
   * The same, approved; once more where it was approved and is not yet submitted.
   *
   * @throws IllegalStateException when it was answered otherwise, or by the one who asked
   */
  public Review approved(Answer by) {
    if (by.by().equals(request.by())) {
      throw new IllegalStateException(by.by() + " asked for it; somebody else must approve it");
    }
    if (status == Status.APPROVED) {
      return this;
    }
    return answered(Status.APPROVED, by);
  }

  /**
   * The same, discarded.
   *
   * @throws IllegalStateException when it was answered
   */
  public Review discarded(Answer by) {
    return answered(Status.DISCARDED, by);
  }

  private Review answered(Status next, Answer by) {
    if (status != Status.PENDING_REVIEW) {
      throw new IllegalStateException("it was answered: " + status);
    }
    return new Review(id, kind, group, next, request, proposal, Optional.of(by));
  }

  /**
   * The same once what was approved stands.
   *
   * @throws IllegalStateException when it was not approved
   */
  public Review submitted() {
    if (status != Status.APPROVED) {
      throw new IllegalStateException("it is not approved: " + status);
    }
    return new Review(id, kind, group, Status.SUBMITTED, request, proposal, answer);
  }

  /** The same asking for something else since. */
  public Review restated(Request other, Proposal instead) {
    return new Review(id, kind, group, status, other, instead, answer);
  }
}
