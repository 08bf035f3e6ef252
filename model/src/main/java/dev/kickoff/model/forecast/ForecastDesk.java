package dev.kickoff.model.forecast;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where forecasts are issued: the one brain of the live job, replay, backtest and forecast.
 *
 * <p>Tries its methods in order and says which was used and why; one that fails on its last day is
 * passed over. A forecast at T uses the model learnt at the last of the service's learning times at
 * or before T, four a day, from the history and the calendar known then; with under two days of
 * history, at the last quarter of an hour, or at T itself. Models are kept between calls, which
 * saves time and never changes a result.
 *
 * <p>Not for use by several threads at once; give each its own.
 */
public final class ForecastDesk {
  /** How much history is learnt from where steps are at most {@link #FINE_STEP} long. */
  public static final Duration FINE_REACH = Duration.ofDays(40);

  /** How much history is learnt from where steps are longer. */
  public static final Duration COARSE_REACH = Duration.ofDays(3 * 365);

  /** The longest step that counts as fine. */
  public static final Duration FINE_STEP = Duration.ofMinutes(15);

  private final MethodChain methods;
  private final Map<String, Learnt> learnt = new HashMap<>();

  /** A model, what it was learnt from, and how it was chosen. */
  private record Learnt(ForecastRequest past, long digest, MethodChain.Chosen chosen) {
    boolean isOf(ForecastRequest request, Instant at) {
      EventCalendar calendar = request.calendar().asKnownAt(at);
      return past.issuedAt().equals(at)
          && past.resolution().equals(request.resolution())
          && past.horizon().equals(request.horizon())
          && past.told().equals(request.told().asKnownAt(at))
          && (past.calendar() == calendar || past.calendar().events().equals(calendar.events()));
    }
  }

  /**
   * @param methods in the order in which they are tried; the last one should fit any request
   */
  public ForecastDesk(List<Forecaster> methods) {
    this.methods = new MethodChain(List.copyOf(methods));
  }

  /**
   * A forecast from the request's cutoff.
   *
   * @throws IllegalArgumentException when no method can be used; the message says why for each
   */
  public DemandForecast issue(Service service, ForecastKind kind, ForecastRequest request) {
    MethodChain.Chosen chosen = learntFor(service, kind, request).chosen();
    List<ForecastStep> steps =
        chosen.model().forecast(request).stream().map(ForecastStep::rounded).toList();
    return new DemandForecast(
        service,
        kind,
        request.issuedAt(),
        request.resolution(),
        request.calendar().revision(),
        chosen.note().with(chosen.model().basis(request)).knowing(past(kind, request)),
        request.history().lastKnown().map(at -> at.plus(request.history().step())),
        steps);
  }

  /** A near forecast is issued every minute: what it would tell, a far one has told. */
  private static Optional<KnownPast> past(ForecastKind kind, ForecastRequest request) {
    return kind == ForecastKind.FAR
        ? KnownPast.of(request.history(), request.issuedAt())
        : Optional.empty();
  }

  private Learnt learntFor(Service service, ForecastKind kind, ForecastRequest request) {
    String key = service.name() + "/" + kind;
    DemandSeries history = request.history();
    Instant at = LearningTimes.of(service, request);
    int until = Math.max(0, Math.min(history.size(), history.indexOf(at)));
    int from = Math.max(0, Math.min(until, history.indexOf(at.minus(reach(request)))));
    long digest = 31 * history.digest(from, until) + history.timeAt(from).toEpochMilli();
    Learnt kept = learnt.get(key);
    if (kept == null || digest != kept.digest() || !kept.isOf(request, at)) {
      ForecastRequest past = learningRequest(request, at);
      kept = new Learnt(past, digest, methods.learn(past));
      learnt.put(key, kept);
    }
    return kept;
  }

  private static ForecastRequest learningRequest(ForecastRequest request, Instant at) {
    return new ForecastRequest(
        at,
        request.resolution(),
        request.horizon(),
        wholeStepsBefore(request.history(), at).from(at.minus(reach(request))),
        request.calendar().asKnownAt(at),
        request.told().asKnownAt(at));
  }

  private static Duration reach(ForecastRequest request) {
    return request.resolution().compareTo(FINE_STEP) <= 0 ? FINE_REACH : COARSE_REACH;
  }

  /** The steps of {@code series} that have ended by {@code cutoff}: all that is known then. */
  public static DemandSeries wholeStepsBefore(DemandSeries series, Instant cutoff) {
    return series.before(cutoff.minus(series.step()).plusMillis(1));
  }
}
