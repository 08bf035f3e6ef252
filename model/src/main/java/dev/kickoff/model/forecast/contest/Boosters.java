package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.track.LocalClock;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;

/**
 * The boosters that are in use, each grown at a whole week (UTC) and kept for it; for histories of
 * two months and more at a whole four weeks, of a year and more at a whole quarter.
 *
 * <p>A booster is a function of the history before its week: keeping it saves time and changes no
 * result. It is kept as long as a model that was learnt with it is, so that there are as many as
 * models, whatever the number of services; and the 64 latest a little longer, for backtests, whose
 * models come and go. For use by several threads at once; two may then grow the same.
 */
public final class Boosters {
  private static final int LATEST_KEPT = 64;
  private static final long LEAST_DAYS = 7;
  private static final int LEAST_EXAMPLES = 500;

  private final LocalClock clock;
  private final Map<Key, WeakReference<Grown>> grown = Collections.synchronizedMap(new HashMap<>());
  private final Map<ForecastModel, Grown> users = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<Key, Grown> latest = Collections.synchronizedMap(new Latest());

  /** The latest that were grown, in that order. */
  private static final class Latest extends LinkedHashMap<Key, Grown> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Grown> eldest) {
      return size() > LATEST_KEPT;
    }
  }

  /**
   * What was grown for a request; to be handed to {@link #keep} with what was learnt from it.
   *
   * @param booster empty where history is too short for one
   */
  public record Grown(Optional<Booster> booster) {}

  private record Key(Instant at, long digest, long resolutionMillis, long horizonMillis) {}

  public Boosters(LocalClock clock) {
    this.clock = clock;
  }

  /**
   * What is grown for a request, unless it was before and is still in use.
   *
   * @param rehearsal learns and rehearses an earlier request
   */
  public Grown at(ForecastRequest request, Function<ForecastRequest, Rehearsed> rehearsal) {
    DemandSeries history = request.history();
    long period = periodDays(history) * LocalClock.DAY_MILLIS;
    long now = request.issuedAt().toEpochMilli();
    Instant at = Instant.ofEpochMilli(Math.floorDiv(now, period) * period);
    DemandSeries before =
        history
            .before(at.minus(history.step()).plusMillis(1))
            .from(at.minus(Duration.ofDays(windowDays(history))));
    if (before.known() * before.step().toMillis() < LEAST_DAYS * LocalClock.DAY_MILLIS) {
      return new Grown(Optional.empty());
    }
    Key key =
        new Key(
            at,
            before.digest(0, before.size()),
            request.resolution().toMillis(),
            request.horizon().toMillis());
    WeakReference<Grown> known = grown.get(key);
    Grown kept = known == null ? null : known.get();
    if (kept == null) {
      kept =
          new Grown(
              grow(
                  rehearsal.apply(
                      new ForecastRequest(
                          at,
                          request.resolution(),
                          request.horizon(),
                          before,
                          request.calendar().asKnownAt(at),
                          request.told().asKnownAt(at)))));
      grown.values().removeIf(each -> each.get() == null);
      grown.put(key, new WeakReference<>(kept));
      latest.put(key, kept);
    }
    return kept;
  }

  /** Keeps what was grown for as long as {@code model}, which was learnt with it, is in use. */
  public void keep(Grown what, ForecastModel model) {
    users.put(model, what);
  }

  private Optional<Booster> grow(Rehearsed rehearsed) {
    return rehearsed.quietExamples() < LEAST_EXAMPLES
        ? Optional.empty()
        : Optional.of(Booster.grow(rehearsed.buckets(), rehearsed.leading(), clock));
  }

  private static long periodDays(DemandSeries history) {
    long days = history.size() * history.step().toMillis() / LocalClock.DAY_MILLIS;
    if (days >= 365) {
      return 91;
    }
    return days >= 60 ? 28 : 7;
  }

  /**
   * How far back a booster is grown from: less than histories reach by a period, so that it does
   * not change while its period lasts, though history loses its oldest day.
   */
  private static long windowDays(DemandSeries history) {
    return switch ((int) periodDays(history)) {
      case 7 -> 33;
      case 28 -> 330;
      default -> 1000;
    };
  }
}
