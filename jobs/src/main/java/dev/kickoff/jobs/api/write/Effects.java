package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.control.preview.Circumstances;
import dev.kickoff.jobs.control.preview.PreviewDesk;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.override.OverrideBook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a change would do, group by group, as previews say it and as the API shows it. */
public final class Effects {
  private final PreviewDesk desk;

  public Effects(PreviewDesk desk) {
    this.desk = desk;
  }

  /** What other orders would do to a group, or to all. */
  public List<Effect> ordering(Optional<String> group, UnaryOperator<OverrideBook> orders) {
    return groups(group).stream()
        .map(each -> desk.effect(each, Circumstances.SAME.ordering(orders)))
        .toList();
  }

  /** What another calendar would do to every group, under other orders. */
  public List<Effect> scheduling(
      UnaryOperator<EventCalendar> calendar, UnaryOperator<OverrideBook> orders) {
    return desk.groups().stream()
        .map(each -> desk.effect(each, Circumstances.SAME.scheduling(calendar).ordering(orders)))
        .toList();
  }

  private List<String> groups(Optional<String> group) {
    return group.map(List::of).orElseGet(desk::groups);
  }

  /** The desk that is asked. */
  public PreviewDesk desk() {
    return desk;
  }

  /** A preview of what stands at once, as the contract has it: effects, then what is added. */
  public static Fields preview(List<Effect> effects) {
    return preview(effects, effect -> false);
  }

  /**
   * A preview as the contract has it: effects, then what is added.
   *
   * @param waits whether a change with this effect waits for another person
   */
  public static Fields preview(List<Effect> effects, Predicate<Effect> waits) {
    return new Fields().with("effects", effects.stream().map(e -> json(e, waits.test(e))).toList());
  }

  private static Fields json(Effect effect, boolean waits) {
    Effect.Sizes sizes = effect.sizes();
    return new Fields()
        .with("group", effect.group())
        .with("floorNow", sizes.floorNow())
        .with("floorThen", sizes.floorThen())
        .with("wantedThen", sizes.wantedThen())
        .with("desiredNow", sizes.fleet().map(Effect.Fleet::desired))
        .with("inServiceNow", sizes.fleet().map(Effect.Fleet::inService))
        .with("dollarsPerHourNow", effect.cost().map(Effect.Cost::nowPerHour))
        .with("dollarsPerHourThen", effect.cost().map(Effect.Cost::thenPerHour))
        .with("risk", effect.risk().sentence())
        .with("riskLevel", effect.risk().level().name().toLowerCase(Locale.ROOT))
        .with("reason", effect.reason())
        .with("large", waits)
        .with("trail", effect.trail())
        .with("planNow", effect.outlook().now())
        .with("planThen", effect.outlook().then())
        .with("violations", effect.outlook().violations());
  }
}
