package dev.kickoff.model.capacity.lead;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.fleet.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadTimeEstimateTest {
  private static final LeadTime CONFIGURED =
      new LeadTime(Duration.ofMinutes(3), Duration.ofMinutes(5));

  private static Launch served(int i, Duration age, Duration time, String zone) {
    Instant askedAt = NOON.minus(age);
    return new Launch(
        "i-" + i,
        askedAt,
        Optional.of(askedAt.plus(time)),
        Optional.of(zone),
        Optional.of("m5.large"),
        Optional.empty());
  }

  private static Launch unserved(int i, Duration age, Optional<String> refusal) {
    return new Launch(
        "u-" + i, NOON.minus(age), Optional.empty(), Optional.of("a"), Optional.empty(), refusal);
  }

  /** One launch of each number of minutes, an hour ago. */
  private static List<Launch> minutes(int first, int last, String zone) {
    List<Launch> launches = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      launches.add(served(i, Duration.ofHours(2), Duration.ofMinutes(i), zone));
    }
    return launches;
  }

  private static LeadTimeEstimate of(List<Launch> launches) {
    return LeadTimeEstimate.of(launches, NOON, CONFIGURED);
  }

  @Test
  void whatWasConfiguredStandsUntilEnoughLaunchesWereWatched() {
    LeadTimeQuantiles few = of(minutes(1, LeadTimeEstimate.LEAST - 1, "a")).group();
    assertThat(few.isMeasured()).isFalse();
    assertThat(few.toLeadTime()).isEqualTo(CONFIGURED);
    assertThat(of(minutes(1, LeadTimeEstimate.LEAST, "a")).group().isMeasured()).isTrue();
    assertThat(of(List.of()).refusedShare()).isZero();
  }

  @Test
  void readsQuantilesOfLaunches() {
    LeadTimeQuantiles group = of(minutes(1, 100, "a")).group();
    assertThat(group.p50()).isEqualTo(Duration.ofMinutes(50));
    assertThat(group.p95()).isEqualTo(Duration.ofMinutes(95));
    assertThat(group.p99()).isEqualTo(Duration.ofMinutes(99));
    assertThat(group.launches()).isEqualTo(100);
  }

  @Test
  void launchesThatStillBootNeverMakeItShorter() {
    List<Launch> launches = minutes(1, 40, "a");
    LeadTimeQuantiles before = of(launches).group();
    for (int i = 0; i < 20; i++) {
      launches.add(unserved(i, Duration.ofMinutes(30), Optional.empty()));
      LeadTimeQuantiles after = of(launches).group();
      assertThat(after.p50()).isGreaterThanOrEqualTo(before.p50());
      assertThat(after.p95()).isGreaterThanOrEqualTo(before.p95());
      before = after;
    }
    assertThat(before.p50()).isGreaterThan(Duration.ofMinutes(20));
  }

  @Test
  void whereMostStillBootItIsAtLeastTheLongestSeen() {
    List<Launch> launches = minutes(1, 20, "a");
    for (int i = 0; i < 80; i++) {
      launches.add(unserved(i, Duration.ofMinutes(45), Optional.empty()));
    }
    assertThat(of(launches).group().p95()).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void aZoneWithFewLaunchesHasWhatTheGroupHas() {
    List<Launch> launches = minutes(1, 40, "a");
    launches.addAll(minutes(100, 102, "b"));
    LeadTimeEstimate estimate = of(launches);
    assertThat(estimate.byZone().get("b")).isEqualTo(estimate.group());
    assertThat(estimate.byZone().get("a").p99()).isEqualTo(Duration.ofMinutes(40));
    assertThat(estimate.byType().get("m5.large")).isEqualTo(estimate.group());
  }

  @Test
  void oldLaunchesFade() {
    List<Launch> launches = new ArrayList<>(minutes(1, 30, "a"));
    for (int i = 0; i < 200; i++) {
      launches.add(served(1000 + i, Duration.ofDays(70), Duration.ofMinutes(90), "a"));
    }
    assertThat(of(launches).group().p95()).isLessThan(Duration.ofMinutes(31));
  }

  @Test
  void countsRefusalsAndLeavesThemOutOfTheTimes() {
    List<Launch> launches = minutes(1, 30, "a");
    LeadTimeQuantiles before = of(launches).group();
    for (int i = 0; i < 10; i++) {
      launches.add(unserved(i, Duration.ofHours(2), Optional.of("no capacity of the type")));
    }
    assertThat(of(launches).refusedShare()).isCloseTo(0.25, within(1e-6));
    assertThat(of(launches).group()).isEqualTo(before);
  }

  @Test
  void knowsNothingOfWhatComesLater() {
    List<Launch> launches = minutes(1, 30, "a");
    LeadTimeEstimate before = of(launches);
    launches.add(served(99, Duration.ofMinutes(-5), Duration.ofMinutes(500), "z"));
    assertThat(of(launches)).isEqualTo(before);
  }
}
