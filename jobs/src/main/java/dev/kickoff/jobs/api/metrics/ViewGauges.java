package dev.kickoff.jobs.api.metrics;

import dev.kickoff.jobs.api.view.EngineStatus.InputAge;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Gauges that are read from the views whenever they are asked for. */
final class ViewGauges extends Collector {
  private static final List<Duration> HORIZONS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofHours(24));

  private final EngineViews views;
  private final StatusReader status;
  private final EngineTime time;

  ViewGauges(EngineViews views, StatusReader status, EngineTime time) {
    this.views = views;
    this.status = status;
    this.time = time;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Instant now = time.now();
    List<MetricFamilySamples> families = new ArrayList<>();
    families.add(desiredFloor());
    families.add(observed("min", "floor", f -> f.size().min()));
    families.add(observed("desired", "desired capacity", f -> f.size().desired()));
    families.add(observed("max", "ceiling", f -> f.size().max()));
    families.add(observed("in_service", "hosts in service", FleetState::inService));
    families.add(forecasts(now));
    families.addAll(new HealthGauges(views).families());
    families.addAll(new AlarmGauges(views, now).families());
    families.add(ages(now));
    families.add(lastReconcile());
    return families;
  }

  private GaugeMetricFamily desiredFloor() {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kickoff_desired_floor", "Floor last decided, in hosts.", List.of("group"));
    for (GroupSettings settings : views.groups()) {
      views
          .newestDecision(settings.group())
          .ifPresent(d -> family.addMetric(List.of(settings.group()), d.change().to()));
    }
    return family;
  }

  private GaugeMetricFamily observed(String name, String what, ToIntFunction<FleetState> value) {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kickoff_observed_" + name,
            "The group's " + what + " as last seen, in hosts.",
            List.of("group"));
    for (GroupSettings settings : views.groups()) {
      views
          .fleet(settings.group())
          .ifPresent(f -> family.addMetric(List.of(settings.group()), value.applyAsInt(f)));
    }
    return family;
  }

  private GaugeMetricFamily forecasts(Instant now) {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kickoff_forecast_rpm",
            "Demand forecast for now plus the horizon, in requests per minute.",
            List.of("service", "quantile", "horizon"));
    for (Service service : views.services()) {
      for (Duration horizon : HORIZONS) {
        String ahead = Long.toString(horizon.toSeconds());
        step(service, now.plus(horizon))
            .ifPresent(step -> add(family, List.of(service.name(), ahead), step.mean()));
      }
    }
    return family;
  }

  private static void add(GaugeMetricFamily family, List<String> which, Quantiles quantiles) {
    double[] levels = Quantiles.levels();
    for (int i = 0; i < levels.length; i++) {
      String level = Double.toString(levels[i]);
      family.addMetric(List.of(which.get(0), level, which.get(1)), quantiles.values()[i]);
    }
  }

  private Optional<ForecastStep> step(Service service, Instant at) {
    return views
        .forecast(service, ForecastKind.NEAR)
        .flatMap(near -> near.stepAt(at))
        .or(() -> views.forecast(service, ForecastKind.FAR).flatMap(far -> far.stepAt(at)));
  }

  private GaugeMetricFamily ages(Instant now) {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kickoff_input_age_seconds",
            "Age of the newest input of each kind, in engine time.",
            List.of("source", "name"));
    for (InputAge input : status.inputs(now)) {
      input
          .ageSeconds()
          .ifPresent(age -> family.addMetric(List.of(input.source(), input.name()), age));
    }
    return family;
  }

  private GaugeMetricFamily lastReconcile() {
    GaugeMetricFamily family =
        new GaugeMetricFamily(
            "kickoff_last_reconcile_timestamp_seconds",
            "Engine time of the newest decision, also of one that held.",
            List.of("group"));
    for (GroupSettings settings : views.groups()) {
      views
          .newestDecision(settings.group())
          .map(Decision::key)
          .ifPresent(
              key -> family.addMetric(List.of(settings.group()), key.at().toEpochMilli() / 1e3));
    }
    return family;
  }
}
