package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.contest.Contest;
import dev.kickoff.model.forecast.contest.Rehearsed;
import dev.kickoff.model.forecast.quality.Caution;
import dev.kickoff.model.forecast.quality.Learnable;
import dev.kickoff.model.forecast.rehearsal.Horizons;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.RecentRest;
import dev.kickoff.model.forecast.track.Span;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Learnt shapes with what weighs them in each bucket; see {@link ShapedForecaster}. */
final class ShapedModel implements ForecastModel {
  private static final Duration OUTAGE_LASTS = Duration.ofHours(1);
  private static final double HEADROOM_LOG = 3;

  private final Learnable.Findings findings;
  private final StepQuantiles.Buckets buckets;
  private final Sights.Looking looking;
  private final List<BucketChoice> choices;
  private final LocalClock clock;
  private final long learningStepMillis;
  private final boolean knowsMinutes;
  private final LowCounts lowCounts;
  private @Nullable Shown shown;

  /** What events' times looked like to the last request, which is not kept alive. */
  private record Shown(WeakReference<ForecastRequest> request, Timing timing) {}

  /** Recent demand of a request, hidden steps being gaps, and what it shows. */
  private record Recent(
      ForecastRequest request, DemandSeries history, LogTrack track, Timing timing) {}

  ShapedModel(
      Rehearsed rehearsed,
      List<Contest.Result> results,
      List<Calibration> calibrations,
      LocalClock clock) {
    Past past = rehearsed.past();
    this.findings = past.learnable().findings();
    this.buckets =
        new StepQuantiles.Buckets(
            results.stream().map(Contest.Result::blend).toList(),
            calibrations,
            past.scale(),
            past.track().highest() + HEADROOM_LOG);
    this.looking =
        new Sights.Looking(rehearsed.shapes(), buckets.looked(rehearsed.shapes().size()));
    this.choices = results.stream().map(Contest.Result::choice).toList();
    this.clock = clock;
    this.learningStepMillis = past.track().span().stepMillis();
    this.lowCounts = LowCounts.in(past.fine());
    this.knowsMinutes = past.knowsMinutes();
  }

  @Override
  public List<ForecastStep> forecast(ForecastRequest request) {
    Learnable now = findings.later(request.history(), Past.hints(request, clock));
    Instant issuedAt = request.issuedAt();
    Recent seen = recent(request, now.series());
    List<ForecastStep> usual = forecast(seen);
    shown = new Shown(new WeakReference<>(request), seen.timing());
    List<ForecastStep> careful =
        now.uneasyUntil(issuedAt).map(until -> Caution.before(until, usual)).orElse(usual);
    List<ForecastStep> expected =
        now.isLongOut(issuedAt)
            ? Caution.whileOut(
                issuedAt.plus(OUTAGE_LASTS), forecast(recent(request, request.history())), careful)
            : careful;
    return lowCounts.under(new UnseenEvents(request, looking.shapes().get(0)).widened(expected));
  }

  @Override
  public Optional<ForecastBasis> basis(ForecastRequest request) {
    Timing timing =
        shown != null && shown.request().get() == request ? shown.timing() : timing(request);
    long horizon = request.horizon().toMinutes();
    return Optional.of(
        new ForecastBasis(
            choices.stream().filter(each -> each.fromMinutes() < horizon).toList(),
            Outlooks.of(request, looking.shapes().get(0), timing)));
  }

  private Timing timing(ForecastRequest request) {
    Learnable now = findings.later(request.history(), Past.hints(request, clock));
    return recent(request, now.series()).timing();
  }

  private Recent recent(ForecastRequest request, DemandSeries history) {
    LogTrack track = track(request, history);
    Timing timing = Timing.seen(track, looking.shapes().get(0), request.calendar());
    return new Recent(request, history, track, timing);
  }

  private List<ForecastStep> forecast(Recent recent) {
    ForecastRequest request = recent.request();
    EventCalendar calendar = recent.timing().applied(request.calendar(), request.issuedAt());
    Span ahead =
        new Span(
            request.issuedAt().toEpochMilli(), request.resolution().toMillis(), request.steps());
    Sights sights =
        new Sights(
            looking.seenAs(each -> recent.timing().overtime().prolonged(each, request.calendar())),
            new Sights.Recent(recent.history(), recent.track(), buckets.scale(), clock),
            ahead,
            calendar);
    boolean hasPeak = knowsMinutes && ahead.stepMillis() > recent.history().step().toMillis();
    StepQuantiles quantiles = new StepQuantiles(buckets, ahead.stepMillis(), hasPeak);
    List<ForecastStep> steps = new ArrayList<>(ahead.size());
    for (int i = 0; i < ahead.size(); i++) {
      int bucket = Horizons.bucket(ahead.millisAt(i) - ahead.startMillis());
      steps.add(quantiles.next(bucket, sights.target(i, bucket)));
    }
    return steps;
  }

  /** Learning steps that end with the last whole sample before the cutoff. */
  private LogTrack track(ForecastRequest request, DemandSeries history) {
    long own = history.step().toMillis();
    long start = history.start().toEpochMilli();
    long end = start + Math.floorDiv(request.issuedAt().toEpochMilli() - start, own) * own;
    int size = (int) (RecentRest.REACH_MILLIS / learningStepMillis);
    Span span = new Span(end - size * learningStepMillis, learningStepMillis, size);
    return LogTrack.over(span, history, buckets.scale());
  }
}
