package dev.kickoff.jobs.api.view.order;

import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every order that is known, with its last versions.
 *
 * <p>Bounded: beyond {@link #MOST} orders those that ended first are forgotten. Thread-safe.
 */
public final class OverridesView {
  /** How many orders are kept. */
  public static final int MOST = 2_000;

  private static final int VERSIONS = 8;

  private final Map<String, List<Version>> orders = new LinkedHashMap<>();

  /**
   * One version of an order.
   *
   * @param writtenAt wall time at which it stood in the topic
   */
  public record Version(OperatorOverride order, Instant writtenAt) {}

  /**
   * An order and where it came from.
   *
   * @param newest the version that counts
   * @param before the version before it; empty for an order as it was first given
   */
  public record Standing(Version newest, Optional<Version> before) {
    public OperatorOverride order() {
      return newest.order();
    }
  }

  /** Takes a version; false when it is the one that already counts. */
  public synchronized boolean accept(OperatorOverride order, Instant writtenAt) {
    List<Version> versions = orders.computeIfAbsent(order.id(), id -> new ArrayList<>());
    Version version = new Version(order, writtenAt);
    if (!versions.isEmpty() && versions.get(versions.size() - 1).equals(version)) {
      return false;
    }
    versions.add(version);
    if (versions.size() > VERSIONS) {
      versions.remove(0);
    }
    if (orders.size() > MOST) {
      orders.values().stream()
          .map(all -> all.get(all.size() - 1).order())
          .min(Comparator.comparing(OperatorOverride::until))
          .ifPresent(oldest -> orders.remove(oldest.id()));
    }
    return true;
  }

  /** Forgets an order whose record was removed. */
  public synchronized void forget(String id) {
    orders.remove(id);
  }

  /** One order; empty when it is not known. */
  public synchronized Optional<Standing> order(String id) {
    return Optional.ofNullable(orders.get(id)).map(OverridesView::standing);
  }

  /** Every order that is known, in no particular order. */
  public synchronized List<Standing> all() {
    return orders.values().stream().map(OverridesView::standing).toList();
  }

  /** The orders as the controller combines them. */
  public synchronized OverrideBook book() {
    return new OverrideBook(all().stream().map(Standing::order).toList());
  }

  /** Those in force at an instant of engine time, strongest first. */
  public List<ActiveOrder> inForce(Instant now) {
    return book().overrides().stream()
        .filter(order -> !order.from().isAfter(now) && order.until().isAfter(now))
        .sorted(OverrideBook.STRONGEST_FIRST)
        .map(order -> ActiveOrder.of(order, now))
        .toList();
  }

  private static Standing standing(List<Version> versions) {
    int last = versions.size() - 1;
    Optional<Version> before = last > 0 ? Optional.of(versions.get(last - 1)) : Optional.empty();
    return new Standing(versions.get(last), before);
  }
}
