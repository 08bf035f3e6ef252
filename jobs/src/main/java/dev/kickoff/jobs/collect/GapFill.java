package dev.kickoff.jobs.collect;

import dev.kickoff.model.demand.DemandSample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills what every source misses, a day of all of them at a time and in the order of time, because
 * the job takes no sample that is hours behind the newest.
 */
final class GapFill {
  private static final Duration DAY = Duration.ofDays(1);

  /** Of samples that end together signals come first, so that they ride with the demand. */
  private static final Comparator<DemandSample> BY_END =
      Comparator.comparing(DemandSample::until)
          .thenComparing(sample -> sample.name().equals(DemandSample.REQUESTS));

  private final SampleTopic topic;
  private final Instant now;
  private final Map<MetricPoll, Instant> missing = new HashMap<>();

  private GapFill(SampleTopic topic, Instant now) {
    this.topic = topic;
    this.now = now;
  }

  /** Fills up to {@code now}; false when any source failed, which is then left alone. */
  static boolean fill(List<MetricPoll> polls, SampleTopic topic, Instant now) {
    GapFill fill = new GapFill(topic, now);
    polls.forEach(poll -> fill.missing.put(poll, poll.missingFrom(now)));
    Instant first = fill.missing.values().stream().min(Instant::compareTo).orElse(now);
    Instant from = first.truncatedTo(ChronoUnit.DAYS); // no step lies over the end of a day
    List<MetricPoll> left = new ArrayList<>(polls);
    for (Instant day = from; day.isBefore(now); day = day.plus(DAY)) {
      fill.day(day, left);
    }
    return left.size() == polls.size();
  }

  private void day(Instant day, Collection<MetricPoll> left) {
    Map<MetricPoll, List<DemandSample>> read = new HashMap<>();
    for (MetricPoll poll : List.copyOf(left)) {
      Instant missed = missing.getOrDefault(poll, now);
      Instant start = missed.isAfter(day) ? missed : day;
      if (start.isBefore(end(poll, day))) {
        Optional<List<DemandSample>> samples = poll.tryRead(start, end(poll, day));
        samples.ifPresentOrElse(s -> read.put(poll, s), () -> left.remove(poll));
      }
    }
    List<DemandSample> inOrder = new ArrayList<>();
    read.values().forEach(inOrder::addAll);
    inOrder.sort(BY_END);
    topic.write(inOrder);
    read.forEach((poll, samples) -> poll.wrote(samples, end(poll, day), now));
  }

  private Instant end(MetricPoll poll, Instant day) {
    Instant complete = poll.complete(now);
    return day.plus(DAY).isBefore(complete) ? day.plus(DAY) : complete;
  }
}
