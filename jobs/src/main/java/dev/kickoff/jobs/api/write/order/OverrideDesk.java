package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.jobs.api.write.OrderLog;
import dev.kickoff.jobs.api.write.Undo;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.override.KeptPlan;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives orders, ends them and takes that back, one after the other, so that each is judged against
 * what the ones before it left.
 */
public final class OverrideDesk {
  /** The most orders that may be in force or to come. */
  public static final int MOST = 100;

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int FEW = 10;

  private final EngineViews views;
  private final EngineTime time;
  private final InstantSource wall;
  private final OrderLog log;

  /**
   * @param time engine time, by which orders begin and end
   * @param wall by which they can be undone
   */
  public OverrideDesk(EngineViews views, EngineTime time, InstantSource wall, OrderLog log) {
    this.views = views;
    this.time = time;
    this.wall = wall;
    this.log = log;
  }

  /** Engine time. */
  Instant now() {
    return time.now();
  }

  /** The orders that are known. */
  public OverrideBook book() {
    return views.orders().book();
  }

  /** Makes sure that a group is known. */
  void known(String group) {
    if (views.group(group).isEmpty()) {
      List<String> known = views.groups().stream().map(GroupSettings::group).toList();
      String detail = "is '" + group + "', which is unknown; known: " + Query.listed(known);
      throw Refusal.field("/group", detail);
    }
  }

  /** Writes versions of orders that are made from those that stand. */
  public synchronized void write(
      Function<OverrideBook, List<OperatorOverride>> versions, String by) {
    versions.apply(book()).forEach(version -> log.write(version, by));
  }

  /** An order as it stands. */
  Standing standing(String id) {
    return views
        .orders()
        .order(id)
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "there is no order '" + id + "'; GET /v1/overrides?ended=true lists them"));
  }

  OverrideDocument document(Standing standing) {
    return OverrideDocument.of(standing, now(), wall.instant());
  }

  /**
   * Gives an order; one that already stands under its id as it is asked for is left as it is.
   *
   * @throws Refusal with 409 when too many are in force, with 422 when its id stands for another
   */
  synchronized OverrideDocument give(OperatorOverride order) {
    Optional<Standing> known = views.orders().order(order.id());
    if (known.isPresent()) {
      return document(known.filter(each -> isSame(each, order)).orElseThrow(OverrideDesk::reused));
    }
    Instant now = now();
    long open =
        views.orders().all().stream()
            .map(Standing::order)
            .filter(each -> each.until().isAfter(now) && !KeptPlan.isKept(each))
            .count();
    if (open >= MOST) {
      throw Refusal.conflict(
          "already " + open + " orders are in force or to come, the most there may be; end one");
    }
    log.write(order, order.author());
    tidy(now);
    return document(standing(order.id()));
  }

  /** Forgets a few of the orders that ended long ago, so that the topic does not grow for ever. */
  private void tidy(Instant now) {
    views.orders().all().stream()
        .map(Standing::order)
        .filter(order -> order.until().plus(KEPT).isBefore(now))
        .limit(FEW)
        .forEach(log::forget);
  }

  private static boolean isSame(Standing known, OperatorOverride order) {
    OperatorOverride first = known.order();
    return first.kind() == order.kind()
        && first.group().equals(order.group())
        && first.hosts() == order.hosts()
        && first.author().equals(order.author())
        && first.reason().equals(order.reason());
  }

  private static Refusal reused() {
    return new Refusal(
        422, "the Idempotency-Key was used for another order; take a new one for each order");
  }

  /** The version of an order that ends it now; nothing is written. */
  OperatorOverride ending(String id, String by, Optional<String> reason) {
    OperatorOverride order = standing(id).order();
    Instant now = now();
    if (!order.until().isAfter(now)) {
      throw Refusal.conflict("order " + id + " has ended at " + order.until());
    }
    if (!order.author().equals(by) && reason.isEmpty()) {
      throw new Refusal(
          422, "the order was given by " + order.author() + "; say why it ends in 'reason'");
    }
    return Undo.ended(order, now);
  }

  /** Ends an order now. */
  synchronized OverrideDocument withdraw(String id, String by, Optional<String> reason) {
    log.write(ending(id, by, reason), by);
    return document(standing(id));
  }

  /** Takes back the last thing that was done with an order. */
  synchronized OverrideDocument undo(String id, String by) {
    Standing standing = standing(id);
    Instant last = standing.newest().writtenAt().plus(Undo.WINDOW);
    if (!wall.instant().isBefore(last)) {
      throw Refusal.conflict("the last change of order " + id + " could be undone until " + last);
    }
    OperatorOverride back =
        Undo.of(standing, now())
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        "order " + id + " has ended by itself; give it again instead"));
    log.write(back, by);
    return document(standing(id));
  }
}
