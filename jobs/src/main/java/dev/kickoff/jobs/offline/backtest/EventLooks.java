package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which events have a page of their own, and the forecasts issued for it a day, an hour and ten
 * minutes before the start.
 *
 * <p>Where not all can be shown they are picked evenly over the span, never by how they went.
 *
 * @param looks in the order of the pages, then of their instants
 * @param pages how many pages there are: one for each event and service
 * @param leftOut how many more there would be
 */
public record EventLooks(List<EventLook> looks, int pages, int leftOut) {
  /** The most pages of a run that was not asked for a number of them. */
  static final int MOST = 60;

  private static final List<Duration> LEADS =
      List.of(Duration.ofHours(24), Duration.ofHours(1), Duration.ofMinutes(10));
  private static final Duration SHOWN_AFTER_START = Duration.ofHours(4);
  private static final Duration SHOWN_OF_A_DAY = Duration.ofHours(26);
  private static final int LEAST_MODELS = 6;
  private static final int SHARE_OF_MODELS = 4;

  public EventLooks {
    looks = List.copyOf(looks);
  }

  /** An event of one service. */
  private record Page(Event event, Service service) {}

  /** At most {@code most} pages. */
  static EventLooks atMost(int most, OfflineTask task) {
    List<Page> all = candidates(task);
    List<Page> picked = spread(all, Math.min(most, all.size()));
    return new EventLooks(looks(picked, task), picked.size(), all.size() - picked.size());
  }

  /** As many pages as add at most a quarter to the models that the cutoffs need, six at least. */
  static EventLooks withinReason(OfflineTask task) {
    Set<List<Object>> ofCutoffs = new HashSet<>();
    for (Instant cutoff : task.backtest().cutoffs()) {
      for (Backtest.Trace trace : task.traces()) {
        ofCutoffs.add(model(cutoff, trace.service(), task.backtest().horizon()));
      }
    }
    int most = Math.max(LEAST_MODELS, ofCutoffs.size() / SHARE_OF_MODELS);
    List<Page> all = candidates(task);
    for (int count = Math.min(MOST, all.size()); count > 0; count--) {
      List<EventLook> looks = looks(spread(all, count), task);
      Set<List<Object>> models = new HashSet<>();
      looks.forEach(look -> models.add(model(look.at(), look.service(), look.horizon())));
      models.removeAll(ofCutoffs);
      if (models.size() <= most) {
        return new EventLooks(looks, count, all.size() - count);
      }
    }
    return new EventLooks(List.of(), 0, all.size());
  }

  private static List<Object> model(Instant at, Service service, Duration horizon) {
    return List.of(BacktestPlan.stretch(at), service, horizon);
  }

  /** The events that start while there are cutoffs, for each service. */
  private static List<Page> candidates(OfflineTask task) {
    Backtest backtest = task.backtest();
    List<Page> pages = new ArrayList<>();
    for (Backtest.Trace trace : task.traces()) {
      for (Event event : trace.calendar().events()) {
        if (!event.start().isBefore(backtest.from()) && event.start().isBefore(backtest.until())) {
          pages.add(new Page(event, trace.service()));
        }
      }
    }
    return pages;
  }

  private static List<Page> spread(List<Page> all, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
        .toList();
  }

  private static List<EventLook> looks(List<Page> pages, OfflineTask task) {
    List<EventLook> looks = new ArrayList<>();
    for (Page page : pages) {
      Set<Instant> taken = new HashSet<>();
      for (Duration lead : LEADS) {
        EventLook look = look(page, lead, task.backtest());
        if (taken.add(look.at())) {
          looks.add(look);
        }
      }
    }
    return looks;
  }

  private static EventLook look(Page page, Duration lead, Backtest backtest) {
    long step = backtest.resolution().toMillis();
    long meant = page.event().start().minus(lead).toEpochMilli();
    Instant at = Instant.ofEpochMilli(Math.floorDiv(meant, step) * step);
    long need = lead.plus(shownAfterStart(page.event())).toMillis();
    Duration horizon = Duration.ofMillis(((need + step - 1) / step + 1) * step);
    Duration asked = backtest.horizon();
    return new EventLook(
        page.event(), page.service(), lead, at, horizon.compareTo(asked) < 0 ? asked : horizon);
  }

  /** How long after an event's start its page reaches. */
  public static Duration shownAfterStart(Event event) {
    return event.duration().compareTo(SHOWN_AFTER_START) <= 0 ? SHOWN_AFTER_START : SHOWN_OF_A_DAY;
  }
}
