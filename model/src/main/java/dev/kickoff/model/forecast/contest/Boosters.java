package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The boosters that are in use, each grown at a whole week (UTC) and kept for it; for histories of
 * two months and more at a whole four weeks, of a year and more at a whole quarter.
 *
 * <p>A booster is a function of the history before its week: keeping it saves time and changes no
 * result. Not for use by several threads at once.
 */
public final class Boosters {
  private static final int MOST_KEPT = 64;
  private static final long LEAST_DAYS = 7;
  private static final int LEAST_EXAMPLES = 500;

  private final LocalClock clock;
  private final Map<Key, Optional<Booster>> grown =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Booster>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Key(Instant at, long digest, long resolutionMillis, long horizonMillis) {}

  public Boosters(LocalClock clock) {
    this.clock = clock;
  }

  /**
   * The booster for a request; empty where history is too short for one.
   *
   * @param rehearsal learns and rehearses an earlier request
   */
  public Optional<Booster> at(
      ForecastRequest request, Function<ForecastRequest, Rehearsed> rehearsal) {
    DemandSeries history = request.history();
    long period = periodDays(history) * LocalClock.DAY_MILLIS;
    long now = request.issuedAt().toEpochMilli();
    Instant at = Instant.ofEpochMilli(Math.floorDiv(now, period) * period);
    DemandSeries before = history.before(at.minus(history.step()).plusMillis(1));
    if (before.known() * before.step().toMillis() < LEAST_DAYS * LocalClock.DAY_MILLIS) {
      return Optional.empty();
    }
    Key key =
        new Key(
            at,
            before.digest(0, before.size()),
            request.resolution().toMillis(),
            request.horizon().toMillis());
    Optional<Booster> kept = grown.get(key);
    if (kept == null) {
      kept =
          grow(
              rehearsal.apply(
                  new ForecastRequest(
                      at,
                      request.resolution(),
                      request.horizon(),
                      before,
                      request.calendar().asKnownAt(at),
                      request.told().asKnownAt(at))));
      grown.put(key, kept);
    }
    return kept;
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
}
