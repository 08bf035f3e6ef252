package dev.kickoff.model.forecast.method;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.quality.Caution;
import dev.kickoff.model.forecast.quality.Learnable;
import dev.kickoff.model.forecast.shape.EventWindows;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A learnt shape with its calibrations; see {@link ShapedForecaster}. */
final class ShapedModel implements ForecastModel {
  private static final Duration OUTAGE_LASTS = Duration.ofHours(1);
  private static final double HEADROOM_LOG = 3;

  private final Learnable.Findings findings;
  private final LogScale scale;
  private final Shape shape;
  private final List<Calibration> calibrations;
  private final LocalClock clock;
  private final long learningStepMillis;
  private final boolean knowsMinutes;
  private final double highestLog;

  ShapedModel(Past past, Shape shape, List<Calibration> calibrations, LocalClock clock) {
    this.findings = past.learnable().findings();
    this.scale = past.scale();
    this.shape = shape;
    this.calibrations = calibrations;
    this.clock = clock;
    this.learningStepMillis = past.track().span().stepMillis();
    this.knowsMinutes = past.knowsMinutes();
    double highest = 0;
    for (int i = 0; i < past.track().span().size(); i++) {
      highest = past.track().isKnown(i) ? Math.max(highest, past.track().log(i)) : highest;
    }
    this.highestLog = highest + HEADROOM_LOG;
  }

  @Override
  public List<ForecastStep> forecast(ForecastRequest request) {
    Learnable now = findings.later(request.history(), Past.hints(request, clock));
    Instant issuedAt = request.issuedAt();
    List<ForecastStep> usual = forecast(request, now.series());
    List<ForecastStep> careful =
        now.uneasyUntil(issuedAt).map(until -> Caution.before(until, usual)).orElse(usual);
    return now.isLongOut(issuedAt)
        ? Caution.whileOut(
            issuedAt.plus(OUTAGE_LASTS), forecast(request, request.history()), careful)
        : careful;
  }

  private List<ForecastStep> forecast(ForecastRequest request, DemandSeries history) {
    Span recent = recentSpan(request);
    RecentRest rest =
        new RecentRest(
            LogTrack.over(recent, history, scale),
            shape.logs(recent, request.calendar()),
            clock,
            ShapedForecaster.LIMIT);
    long issuedMillis = request.issuedAt().toEpochMilli();
    Span ahead = new Span(issuedMillis, request.resolution().toMillis(), request.steps());
    double[] curve = shape.logs(ahead, request.calendar());
    BitSet event = EventWindows.within(ahead, request.calendar());
    double[] atCutoff = rest.at(recent.size());
    List<ForecastStep> steps = new ArrayList<>(ahead.size());
    for (int i = 0; i < ahead.size(); i++) {
      long at = ahead.middleAt(i);
      Calibration calibration = calibrations.get(Horizons.bucket(ahead.millisAt(i) - issuedMillis));
      double[] readings = rest.toward(at, recent.size(), atCutoff);
      double centre = curve[i] + LevelRule.lift(calibration.weights(), readings);
      double spread = calibration.spread().at(curve[i], at, event.get(i));
      Quantiles mean = quantiles(centre, spread, calibration.offsets(event.get(i), false));
      boolean hasPeak = knowsMinutes && ahead.stepMillis() > history.step().toMillis();
      steps.add(
          new ForecastStep(
              Instant.ofEpochMilli(ahead.millisAt(i)),
              Instant.ofEpochMilli(ahead.millisAt(i + 1)),
              mean,
              hasPeak
                  ? above(mean, quantiles(centre, spread, calibration.offsets(event.get(i), true)))
                  : mean));
    }
    return steps;
  }

  /** Learning steps that end with the last whole sample before the cutoff. */
  private Span recentSpan(ForecastRequest request) {
    DemandSeries history = request.history();
    long own = history.step().toMillis();
    long start = history.start().toEpochMilli();
    long end = start + Math.floorDiv(request.issuedAt().toEpochMilli() - start, own) * own;
    int size = (int) (RecentRest.REACH_MILLIS / learningStepMillis);
    return new Span(end - size * learningStepMillis, learningStepMillis, size);
  }

  private Quantiles quantiles(double centre, double spread, double[] offsets) {
    double[] values = new double[offsets.length];
    for (int i = 0; i < offsets.length; i++) {
      double log = Math.max(0, Math.min(highestLog, centre + spread * offsets[i]));
      values[i] = scale.toDemand(log);
      values[i] = i > 0 ? Math.max(values[i], values[i - 1]) : values[i];
    }
    return new Quantiles(values[0], values[1], values[2], values[3]);
  }

  /** The highest minute is never below the mean. */
  private static Quantiles above(Quantiles mean, Quantiles peak) {
    return new Quantiles(
        Math.max(mean.p50(), peak.p50()),
        Math.max(mean.p90(), peak.p90()),
        Math.max(mean.p95(), peak.p95()),
        Math.max(mean.p99(), peak.p99()));
  }
}
