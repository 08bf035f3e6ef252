package dev.kickoff.jobs.api.metrics;

import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.jobs.api.view.ViewListener;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.FleetException;
import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * The engine's metrics in Prometheus' text format, in a registry of their own. Gauges are read from
 * the views when asked; counters count what the views took in since this was built, so decisions
 * that were read back from their topic after that are counted too. What is unknown has no sample.
 */
public final class EngineMetrics implements ViewListener {
  /** The media type of {@link #text}. */
  public static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

  private static final String NO_GUARDRAIL = "none";

  private final CollectorRegistry registry = new CollectorRegistry(true);
  private final Counter decisions =
      Counter.build("kickoff_decisions_total", "Decisions, by the last guardrail that intervened.")
          .labelNames("group", "action", "guardrail")
          .register(registry);
  private final Counter denied =
      Counter.build("kickoff_guardrail_denied_total", "Verdicts that changed what was proposed.")
          .labelNames("rule")
          .register(registry);
  private final Counter actuations =
      Counter.build("kickoff_actuations_total", "Calls that change a fleet, by result.")
          .labelNames("result")
          .register(registry);

  /**
   * @param version of this build
   */
  public EngineMetrics(EngineViews views, EngineTime time, String version) {
    Collector gauges = new ViewGauges(views, new StatusReader(views, time), time);
    gauges.register(registry);
    Gauge.build("kickoff_build_info", "1, with the version of this build.")
        .labelNames("version")
        .register(registry)
        .labels(version)
        .set(1);
    DefaultExports.register(registry);
    views.addListener(this);
  }

  @Override
  public void changed(ViewChange change) {
    if (change.record() instanceof Decision decision) {
      String action = decision.change().action().name().toLowerCase(Locale.ROOT);
      String last = NO_GUARDRAIL;
      for (Verdict verdict : decision.trail()) {
        if (verdict.intervened()) {
          denied.labels(verdict.guardrail()).inc();
          last = verdict.guardrail();
        }
      }
      decisions.labels(decision.key().group(), action, last).inc();
    }
  }

  /** Shows as a gauge whether the calendar files are not wholly taken over. */
  public void watchCalendar(BooleanSupplier refused) {
    Gauge.build(
            "kickoff_calendar_refused",
            "1 while calendar files that changed are not taken over, or not wholly.")
        .create()
        .setChild(
            new Gauge.Child() {
              @Override
              public double get() {
                return refused.getAsBoolean() ? 1 : 0;
              }
            })
        .register(registry);
  }

  /** Counts a change that the fleet accepted. */
  public void actuated() {
    actuations.labels("accepted").inc();
  }

  /** Counts a change that failed. */
  public void actuationFailed(FleetException.Kind kind) {
    actuations.labels(kind.name().toLowerCase(Locale.ROOT)).inc();
  }

  /** Where parts of the API register what they count themselves. */
  public CollectorRegistry registry() {
    return registry;
  }

  /** Every metric as text of {@link #CONTENT_TYPE}. */
  public String text() {
    StringWriter text = new StringWriter();
    try {
      TextFormat.write004(text, registry.metricFamilySamples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
