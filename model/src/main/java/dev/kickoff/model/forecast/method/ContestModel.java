package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Horizons;
import dev.kickoff.model.forecast.rehearsal.Newest;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.rehearsal.Rehearsal;
import dev.kickoff.model.forecast.shape.EventWindows;
import dev.kickoff.model.forecast.shape.Phase;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Learnt shapes with what weighs them in each bucket; see {@link ShapedForecaster}. */
final class ContestModel implements ForecastModel {
  private static final double HEADROOM_LOG = 3;

  private final LogScale scale;
  private final List<Shape> shapes;
  private final List<Blend> blends;
  private final List<Calibration> calibrations;
  private final Booster booster;
  private final LocalClock clock;
  private final long learningStepMillis;
  private final boolean knowsMinutes;
  private final double highestLog;

  /** What is forecast in one bucket: entrants with their weights and shares. */
  record Blend(List<Entrant> entrants, List<LevelWeights> weights, double[] shares) {
    double centre(Example target) {
      double centre = 0;
      for (int m = 0; m < entrants.size(); m++) {
        double share = share(m);
        if (share > 0) {
          Example.View view = target.views()[entrants.get(m).shape()];
          centre +=
              share
                  * (view.curve() + weights.get(m).lift(view.readings(), target.inEvent()));
        }
      }
      return centre;
    }

    /** The booster corrects the first. */
    double share(int m) {
      return shares[m] + (m == 0 && shares.length > entrants.size() ? boosted() : 0);
    }

    double boosted() {
      return shares.length > entrants.size() ? shares[shares.length - 1] : 0;
    }
  }

  ContestModel(
      Past past, List<Shape> shapes, List<Blend> blends, List<Calibration> calibrations,
      Booster booster, LocalClock clock) {
    this.scale = past.scale();
    this.shapes = shapes;
    this.blends = blends;
    this.calibrations = calibrations;
    this.booster = booster;
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
    Span recent = recentSpan(request);
    LogTrack track = LogTrack.over(recent, request.history(), scale);
    long issuedMillis = request.issuedAt().toEpochMilli();
    Span ahead = new Span(issuedMillis, request.resolution().toMillis(), request.steps());
    StartShift shift =
        Boolean.getBoolean("noshift") ? StartShift.NONE :
        StartShift.seen(
            track, shapes.get(0).logs(recent, request.calendar()), shapes.get(0), request.calendar());
    if (Boolean.getBoolean("trace") && shift.minutes() != 0) System.err.println("SHIFT " + request.issuedAt() + " " + shift);
    EventCalendar calendar = shift.applied(request.calendar(), request.issuedAt());
    Phase[] phases = EventWindows.phases(ahead, calendar);
    RecentRest[] rests = new RecentRest[shapes.size()];
    double[][] curves = new double[shapes.size()][];
    double[][] atCutoff = new double[shapes.size()][];
    for (int s = 0; s < rests.length; s++) {
      double[] before = shapes.get(s).logs(recent, calendar);
      rests[s] =
          new RecentRest(
              track,
              before,
              clock,
              Rehearsal.LIMIT,
              Newest.of(request.history(), scale, recent, before, Rehearsal.LIMIT));
      curves[s] = shapes.get(s).logs(ahead, calendar);
      atCutoff[s] = rests[s].at(recent.size());
    }
    List<ForecastStep> steps = new ArrayList<>(ahead.size());
    for (int i = 0; i < ahead.size(); i++) {
      long at = ahead.middleAt(i);
      long aheadMillis = ahead.millisAt(i) - issuedMillis;
      int b = Horizons.bucket(aheadMillis);
      Example.View[] views = new Example.View[shapes.size()];
      for (int s = 0; s < views.length; s++) {
        views[s] = new Example.View(curves[s][i], rests[s].toward(at, recent.size(), atCutoff[s]));
      }
      Example target = new Example(0, 0, phases[i], at, aheadMillis, 0, views);
      Blend blend = blends.get(b);
      double centre = blend.centre(target);
      if (blend.boosted() > 0) {
        centre += blend.boosted() * booster.correction(target);
      }
      Calibration calibration = calibrations.get(b);
      double spread = calibration.spread().at(target.level(), at, target.inEvent());
      Quantiles mean = quantiles(centre, spread, calibration.offsets(phases[i], false));
      boolean hasPeak = knowsMinutes && ahead.stepMillis() > request.history().step().toMillis();
      steps.add(
          new ForecastStep(
              Instant.ofEpochMilli(ahead.millisAt(i)),
              Instant.ofEpochMilli(ahead.millisAt(i + 1)),
              mean,
              hasPeak
                  ? above(mean, quantiles(centre, spread, calibration.offsets(phases[i], true)))
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
