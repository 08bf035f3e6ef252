package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.contest.Blend;
import dev.kickoff.model.forecast.contest.Contest;
import dev.kickoff.model.forecast.contest.Rehearsed;
import dev.kickoff.model.forecast.quality.Caution;
import dev.kickoff.model.forecast.quality.Learnable;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Horizons;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learnt shapes with what weighs them in each bucket; see {@link ShapedForecaster}. */
final class ShapedModel implements ForecastModel {
  private static final Duration OUTAGE_LASTS = Duration.ofHours(1);
  private static final double HEADROOM_LOG = 3;

  private final Learnable.Findings findings;
  private final LogScale scale;
  private final List<Shape> shapes;
  private final List<Blend> blends;
  private final List<BucketChoice> choices;
  private final List<Calibration> calibrations;
  private final LocalClock clock;
  private final long learningStepMillis;
  private final boolean knowsMinutes;
  private final double highestLog;

  ShapedModel(
      Rehearsed rehearsed,
      List<Contest.Result> results,
      List<Calibration> calibrations,
      LocalClock clock) {
    Past past = rehearsed.past();
    this.findings = past.learnable().findings();
    this.scale = past.scale();
    this.shapes = rehearsed.shapes();
    this.blends = results.stream().map(Contest.Result::blend).toList();
    this.choices = results.stream().map(Contest.Result::choice).toList();
    this.calibrations = calibrations;
    this.clock = clock;
    this.learningStepMillis = past.track().span().stepMillis();
    this.knowsMinutes = past.knowsMinutes();
    this.highestLog = past.track().highest() + HEADROOM_LOG;
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

  @Override
  public Optional<ForecastBasis> basis(ForecastRequest request) {
    StartShift shift = shift(track(request, request.history()), request.calendar());
    long horizon = request.horizon().toMinutes();
    return Optional.of(
        new ForecastBasis(
            choices.stream().filter(each -> each.fromMinutes() < horizon).toList(),
            Outlooks.of(request, shapes.get(0), shift)));
  }

  private StartShift shift(LogTrack track, EventCalendar calendar) {
    return StartShift.seen(track, shapes.get(0), calendar);
  }

  private List<ForecastStep> forecast(ForecastRequest request, DemandSeries history) {
    LogTrack track = track(request, history);
    EventCalendar calendar =
        shift(track, request.calendar()).applied(request.calendar(), request.issuedAt());
    Span ahead =
        new Span(
            request.issuedAt().toEpochMilli(), request.resolution().toMillis(), request.steps());
    Sights sights =
        new Sights(shapes, new Sights.Recent(history, track, scale), ahead, calendar, clock);
    boolean hasPeak = knowsMinutes && ahead.stepMillis() > history.step().toMillis();
    boolean[][] looked = looked();
    List<ForecastStep> steps = new ArrayList<>(ahead.size());
    for (int i = 0; i < ahead.size(); i++) {
      int bucket = Horizons.bucket(ahead.millisAt(i) - ahead.startMillis());
      Example target = sights.target(i, looked[bucket]);
      Quantiles mean = quantiles(bucket, target, false);
      steps.add(
          new ForecastStep(
              Instant.ofEpochMilli(ahead.millisAt(i)),
              Instant.ofEpochMilli(ahead.millisAt(i + 1)),
              mean,
              hasPeak ? above(mean, quantiles(bucket, target, true)) : mean));
    }
    return steps;
  }

  private boolean[][] looked() {
    boolean[][] looked = new boolean[blends.size()][shapes.size()];
    for (int b = 0; b < looked.length; b++) {
      for (int s = 0; s < shapes.size(); s++) {
        looked[b][s] = blends.get(b).uses(s);
      }
    }
    return looked;
  }

  /** Learning steps that end with the last whole sample before the cutoff. */
  private LogTrack track(ForecastRequest request, DemandSeries history) {
    long own = history.step().toMillis();
    long start = history.start().toEpochMilli();
    long end = start + Math.floorDiv(request.issuedAt().toEpochMilli() - start, own) * own;
    int size = (int) (RecentRest.REACH_MILLIS / learningStepMillis);
    Span span = new Span(end - size * learningStepMillis, learningStepMillis, size);
    return LogTrack.over(span, history, scale);
  }

  private Quantiles quantiles(int bucket, Example target, boolean ofPeak) {
    Calibration calibration = calibrations.get(bucket);
    double centre = blends.get(bucket).centre(target);
    double spread = calibration.spread().at(target.level(), target.atMillis(), target.inEvent());
    double[] offsets = calibration.offsets(target.phase(), ofPeak);
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
