package dev.kickoff.jobs.control.preview;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.guardrail.event.EventWindow;
import dev.kickoff.model.control.preview.Effect;
import dev.kickoff.model.control.preview.Present;
import dev.kickoff.model.control.preview.Preview;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where it is asked what a change would do to a group, before anybody makes it.
 *
 * <p>Answers from the topics alone, so that any process may have one. Changes nothing. Thread safe.
 */
public final class PreviewDesk {
  private final Map<String, PreviewGroup> groups = new TreeMap<>();
  private final Controller controller;
  private final Foresight foresight;
  private final InstantSource clock;

  /**
   * @param controller with the guardrails that are in force
   * @param foresight who says what would be forecast under another calendar
   * @param clock tells engine time
   */
  public PreviewDesk(
      Collection<PreviewGroup> groups,
      Controller controller,
      Foresight foresight,
      InstantSource clock) {
    groups.forEach(group -> this.groups.put(group.settings().group(), group));
    this.controller = controller;
    this.foresight = foresight;
    this.clock = clock;
  }

  /** The names of the groups, sorted. */
  public List<String> groups() {
    return List.copyOf(groups.keySet());
  }

  /** How a group is configured; empty where it is not known. */
  public Optional<GroupSettings> settings(String group) {
    return Optional.ofNullable(groups.get(group)).map(PreviewGroup::settings);
  }

  /** Takes in a decision of any group. */
  public void accept(Decision decision) {
    PreviewGroup group = groups.get(decision.key().group());
    if (group != null) {
      group.accept(decision);
    }
  }

  /**
   * What other orders and another calendar would do to a group.
   *
   * @throws IllegalArgumentException when the group is not known
   */
  public Effect effect(
      String group, UnaryOperator<OverrideBook> orders, UnaryOperator<EventCalendar> calendar) {
    return effect(group, Circumstances.SAME.ordering(orders).scheduling(calendar));
  }

  /**
   * What other circumstances would do to a group.
   *
   * @throws IllegalArgumentException when the group is not known
   */
  public Effect effect(String group, Circumstances other) {
    PreviewGroup known = known(group);
    Present now = known.present(clock.instant());
    EventCalendar calendar = now.situation().calendar();
    EventCalendar changed = other.calendar().apply(calendar);
    Present then =
        now.under(other.orders().apply(now.orders()))
            .expecting(
                changed,
                now.near().map(f -> expected(f, calendar, changed, other)),
                now.far().map(f -> expected(f, calendar, changed, other)));
    GroupSettings settings = now.configured();
    Present supposed =
        other.leadTime().map(lead -> then.configured(settings.withLeadTime(lead))).orElse(then);
    return new Preview(known.planner(), controller).effect(now, supposed);
  }

  private DemandForecast expected(
      DemandForecast forecast, EventCalendar calendar, EventCalendar changed, Circumstances other) {
    DemandForecast knowing =
        changed == calendar ? forecast : foresight.under(forecast, changed).orElse(forecast);
    return other.forecasts().apply(knowing);
  }

  /**
   * The orders that keep what is planned now for an event, when somebody changes it; none where
   * nothing is planned for it yet, or it is over.
   *
   * @param standing the event before the change
   * @param known the orders that are known, of all groups
   * @throws IllegalArgumentException when the group is not known
   */
  public List<OperatorOverride> kept(
      String group, Event standing, OverrideBook known, Signature signature) {
    PreviewGroup of = known(group);
    Instant now = clock.instant();
    return EventWindow.keptOf(standing, of.settings(), now)
        .flatMap(
            window ->
                of.plan(now)
                    .map(
                        plan -> window.orders(plan, known, signature.author(), signature.reason())))
        .orElse(List.of());
  }

  /** Who changes something, and why. */
  public record Signature(String author, String reason) {}

  private PreviewGroup known(String group) {
    PreviewGroup known = groups.get(group);
    if (known == null) {
      throw new IllegalArgumentException(
          "there is no group '" + group + "'; there are " + String.join(", ", groups.keySet()));
    }
    return known;
  }
}
