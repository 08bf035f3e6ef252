package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.write.Undo;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The end of every freeze of a group, or of all groups.
 *
 * @param group empty for all
 * @param groups every group there is
 */
record Thaw(Optional<String> group, List<String> groups) {
  private static final Set<Kind> FREEZES =
      Set.of(Kind.FREEZE_EVERYTHING, Kind.FREEZE, Kind.FREEZE_IN, Kind.FREEZE_OUT);

  Thaw {
    groups = List.copyOf(groups);
  }

  /** The freezes that it ends, in force and to come. */
  List<OperatorOverride> freezes(OverrideBook book, Instant now) {
    return book.overrides().stream()
        .filter(order -> FREEZES.contains(order.kind()) && order.until().isAfter(now))
        .filter(order -> group.isEmpty() || order.group().isEmpty() || order.group().equals(group))
        .toList();
  }

  /**
   * What is written for it: a freeze of all groups goes on for the others, and only then do the
   * freezes end.
   */
  List<OperatorOverride> versions(OverrideBook book, Instant now) {
    List<OperatorOverride> versions = new ArrayList<>();
    List<OperatorOverride> freezes = freezes(book, now);
    for (OperatorOverride freeze : freezes) {
      if (group.isPresent() && freeze.group().isEmpty()) {
        groups.stream()
            .filter(other -> !other.equals(group.get()))
            .forEach(other -> versions.add(goingOn(freeze, other)));
      }
    }
    freezes.forEach(freeze -> versions.add(Undo.ended(freeze, now)));
    return versions;
  }

  private static OperatorOverride goingOn(OperatorOverride freeze, String group) {
    return new OperatorOverride(
        freeze.id() + "." + group,
        Optional.of(group),
        freeze.kind(),
        freeze.hosts(),
        freeze.from(),
        freeze.until(),
        freeze.author(),
        freeze.reason());
  }

  /** The book once it is done. */
  OverrideBook after(OverrideBook book, Instant now) {
    OverrideBook after = book;
    for (OperatorOverride version : versions(book, now)) {
      after = after.with(version);
    }
    return after;
  }
}
