package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where forecasts are issued: the one brain of the live job, replay, backtest and forecast.
 *
 * <p>Tries its methods in order and says which was used and why. A forecast at T uses the model
 * learnt at the last whole quarter of a day (UTC) at or before T, from the history and the calendar
 * known then; with under two days of history, at the last quarter of an hour, or at T itself.
 * Models are kept between calls, which saves time and never changes a result.
 *
 * <p>Not for use by several threads at once; give each its own.
 */
public final class ForecastDesk {
  /** How much history is learnt from where steps are at most {@link #FINE_STEP} long. */
  public static final Duration FINE_REACH = Duration.ofDays(55);

  /** How much history is learnt from where steps are longer. */
  public static final Duration COARSE_REACH = Duration.ofDays(3 * 365);

  /** The longest step that counts as fine. */
  public static final Duration FINE_STEP = Duration.ofMinutes(15);

  private static final Duration LEARNING_PERIOD = Duration.ofHours(6);
  private static final Duration YOUNG = Duration.ofDays(2);
  private static final Duration YOUNG_LEARNING_PERIOD = Duration.ofMinutes(15);

  private final List<Forecaster> methods;
  private final Map<String, Learnt> learnt = new HashMap<>();

  /** A model, what it was learnt from, and how it was chosen. */
  private record Learnt(
      ForecastRequest from, long fingerprint, ForecastModel model, MethodNote note) {}

  /**
   * @param methods in the order in which they are tried; the last one should fit any request
   */
  public ForecastDesk(List<Forecaster> methods) {
    this.methods = List.copyOf(methods);
  }

  /**
   * A forecast from the request's cutoff.
   *
   * @throws IllegalArgumentException when no method can be used; the message says why for each
   */
  public DemandForecast issue(Service service, ForecastKind kind, ForecastRequest request) {
    Learnt chosen = learntFor(service.name() + "/" + kind, request);
    return new DemandForecast(
        service,
        kind,
        request.issuedAt(),
        request.resolution(),
        request.calendar().revision(),
        chosen.note(),
        request.history().lastKnown().map(at -> at.plus(request.history().step())),
        chosen.model().forecast(request).stream().map(ForecastStep::rounded).toList());
  }

  private Learnt learntFor(String key, ForecastRequest request) {
    ForecastRequest past = learningRequest(request);
    long fingerprint = fingerprint(past.history());
    Learnt kept = learnt.get(key);
    if (kept == null || fingerprint != kept.fingerprint() || !sameTask(past, kept.from())) {
      kept = learn(past, fingerprint);
      learnt.put(key, kept);
    }
    return kept;
  }

  private static boolean sameTask(ForecastRequest a, ForecastRequest b) {
    return a.issuedAt().equals(b.issuedAt())
        && a.resolution().equals(b.resolution())
        && a.horizon().equals(b.horizon())
        && a.history().start().equals(b.history().start())
        && (a.calendar() == b.calendar() || a.calendar().events().equals(b.calendar().events()));
  }

  private Learnt learn(ForecastRequest past, long fingerprint) {
    List<String> passedOver = new ArrayList<>();
    for (Forecaster method : methods) {
      Optional<String> reason = method.unfitFor(past);
      if (reason.isEmpty()) {
        String why =
            passedOver.isEmpty() ? "the first choice" : "the first choice that can be used";
        String at = why + ", learnt from history before " + past.issuedAt();
        MethodNote note = new MethodNote(method.name(), at, passedOver);
        return new Learnt(past, fingerprint, method.fit(past), note);
      }
      passedOver.add(method.name() + " " + reason.get());
    }
    throw new IllegalArgumentException("no method can be used: " + String.join("; ", passedOver));
  }

  private static ForecastRequest learningRequest(ForecastRequest request) {
    Instant at = learningAt(request);
    Duration reach = request.resolution().compareTo(FINE_STEP) <= 0 ? FINE_REACH : COARSE_REACH;
    return new ForecastRequest(
        at,
        request.resolution(),
        request.horizon(),
        wholeStepsBefore(request.history(), at).from(at.minus(reach)),
        request.calendar().asKnownAt(at));
  }

  private static Instant learningAt(ForecastRequest request) {
    Instant issuedAt = request.issuedAt();
    DemandSeries history = request.history();
    Optional<Instant> first = firstKnown(history);
    if (first.isEmpty()) {
      return issuedAt;
    }
    Instant boundary = floor(issuedAt, LEARNING_PERIOD);
    if (!boundary.isBefore(first.get().plus(YOUNG))) {
      return boundary;
    }
    Instant young = floor(issuedAt, YOUNG_LEARNING_PERIOD);
    return young.isBefore(first.get().plus(YOUNG_LEARNING_PERIOD)) ? issuedAt : young;
  }

  private static Optional<Instant> firstKnown(DemandSeries history) {
    for (int i = 0; i < history.size(); i++) {
      if (history.isPresent(i)) {
        return Optional.of(history.timeAt(i));
      }
    }
    return Optional.empty();
  }

  private static Instant floor(Instant at, Duration period) {
    long millis = period.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
  }

  /** The steps of {@code series} that have ended by {@code cutoff}: all that is known then. */
  public static DemandSeries wholeStepsBefore(DemandSeries series, Instant cutoff) {
    return series.before(cutoff.minus(series.step()).plusMillis(1));
  }

  private static long fingerprint(DemandSeries history) {
    long hash = history.size();
    for (int i = 0; i < history.size(); i++) {
      long bits = history.isPresent(i) ? Double.doubleToRawLongBits(history.value(i)) : 1L;
      hash = hash * 0x9E3779B97F4A7C15L + bits;
    }
    return hash;
  }
}
