package dev.kickoff.jobs.api.metrics;

import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.override.OperatorOverride;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gauges of what a person may have to look at, as the newest decision of each group saw it. */
final class AlarmGauges {
  private static final String NO_DATA = "missing-data";
  private static final Set<OperatorOverride.Kind> FREEZES =
      Set.of(
          OperatorOverride.Kind.FREEZE_EVERYTHING,
          OperatorOverride.Kind.FREEZE,
          OperatorOverride.Kind.FREEZE_IN,
          OperatorOverride.Kind.FREEZE_OUT);

  private final EngineViews views;
  private final Instant now;
  private final Map<String, Boolean> withoutData = new TreeMap<>();
  private final GaugeMetricFamily degraded =
      family("kickoff_degraded", "1 while a service is decided on without sound data.", "service");
  private final GaugeMetricFamily alarm =
      family(
          "kickoff_alarm",
          "1 while a guardrail calls a person, in the newest decision.",
          "group",
          "guardrail");
  private final GaugeMetricFamily standby =
      family(
          "kickoff_standby_lacking",
          "1 while the fleet's own schedule lacks a part of the plan; absent without a schedule.",
          "group");
  private final GaugeMetricFamily overrides =
      family("kickoff_override_active", "Overrides in force.", "group", "kind");
  private final GaugeMetricFamily ends =
      family(
          "kickoff_override_ends_timestamp_seconds",
          "Engine time at which the next override of a kind ends.",
          "group",
          "kind");
  private final GaugeMetricFamily paused =
      family("kickoff_paused", "1 while a freeze is in force.", "scope");

  AlarmGauges(EngineViews views, Instant now) {
    this.views = views;
    this.now = now;
  }

  private static GaugeMetricFamily family(String name, String help, String... labels) {
    return new GaugeMetricFamily(name, help, List.of(labels));
  }

  List<GaugeMetricFamily> families() {
    for (GroupSettings settings : views.groups()) {
      views.newestDecision(settings.group()).ifPresent(decision -> add(settings, decision));
    }
    withoutData.forEach((service, is) -> degraded.addMetric(List.of(service), is ? 1 : 0));
    return List.of(degraded, alarm, standby, overrides, ends, paused);
  }

  private void add(GroupSettings settings, Decision decision) {
    String group = settings.group();
    boolean noData = false;
    for (Verdict verdict : decision.trail()) {
      boolean calls = verdict.alarm().isPresent();
      alarm.addMetric(List.of(group, verdict.guardrail()), calls ? 1 : 0);
      noData |= calls && verdict.guardrail().equals(NO_DATA);
    }
    withoutData.merge(settings.service().name(), noData, Boolean::logicalOr);
    Surroundings seen = decision.inputs().surroundings().orElse(Surroundings.CALM);
    seen.standby()
        .map(Standby::lack)
        .ifPresent(lack -> standby.addMetric(List.of(group), lack.isPresent() ? 1 : 0));
    add(group, seen.overrides().inForce(group, now));
  }

  private void add(String group, List<OperatorOverride> inForce) {
    Map<OperatorOverride.Kind, Integer> counts = new EnumMap<>(OperatorOverride.Kind.class);
    Map<OperatorOverride.Kind, Instant> soonest = new EnumMap<>(OperatorOverride.Kind.class);
    for (OperatorOverride override : inForce) {
      counts.merge(override.kind(), 1, Integer::sum);
      soonest.merge(override.kind(), override.until(), (a, b) -> a.isBefore(b) ? a : b);
    }
    counts.forEach((kind, count) -> overrides.addMetric(List.of(group, word(kind)), count));
    soonest.forEach(
        (kind, end) -> ends.addMetric(List.of(group, word(kind)), end.toEpochMilli() / 1e3));
    boolean frozen = counts.keySet().stream().anyMatch(FREEZES::contains);
    paused.addMetric(List.of(group), frozen ? 1 : 0);
  }

  private static String word(OperatorOverride.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
