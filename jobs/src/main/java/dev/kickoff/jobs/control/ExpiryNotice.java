package dev.kickoff.jobs.control;

import dev.kickoff.model.override.OverrideBook;
import dev.kickoff.model.override.OverrideBook.Expiry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each warning that an order is about to end into the log, once. Not thread safe. */
final class ExpiryNotice {
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryNotice.class);

  private final String group;
  private Set<Expiry> told = Set.of();

  ExpiryNotice(String group) {
    this.group = group;
  }

  /** Says what is new; returns it. */
  List<Expiry> look(OverrideBook orders, Instant now) {
    List<Expiry> due = orders.concerning(group, now).expiring(now);
    List<Expiry> fresh = due.stream().filter(expiry -> !told.contains(expiry)).toList();
    told = new HashSet<>(due);
    for (Expiry expiry : fresh) {
      LOG.warn(
          "{}: {} by {} ends at {}, within {} min: {}",
          group,
          expiry.order().kind(),
          expiry.order().author(),
          expiry.order().until(),
          expiry.notice().toMinutes(),
          expiry.order().reason());
    }
    return fresh;
  }
}
