package dev.kickoff.jobs.control.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuotaWatchTest {
  private static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");
  private final List<QuotaWatch.Answer> answers = new ArrayList<>();
  private final List<Runnable> asked = new ArrayList<>();
  private final QuotaWatch watch = new QuotaWatch("web", () -> answers.remove(0), asked::add);

  private void answer(int hosts) {
    answers.add(new QuotaWatch.Answer(OptionalInt.of(hosts), "Service Quotas"));
    asked.remove(0).run();
  }

  private Optional<Integer> hosts(Duration later, int serving, int desired) {
    GroupSize size = new GroupSize(2, 400, desired);
    return watch.hosts(
        NOON.plus(later),
        Optional.of(new FleetState("web", NOON, size, serving, 0, Map.of("a", serving))));
  }

  @Test
  void theLoopGoesOnWithTheConfigurationUntilThereIsAnAnswer() {
    assertThat(hosts(Duration.ZERO, 10, 10)).isEmpty();
    assertThat(hosts(Duration.ofMinutes(59), 10, 10)).isEmpty();
    assertThat(asked).as("asked once an hour").hasSize(1);
    answer(120);
    assertThat(hosts(Duration.ofMinutes(59), 10, 10)).contains(120);
    assertThat(watch.hosts(NOON.plusSeconds(3599), Optional.empty())).contains(120);
    assertThat(hosts(Duration.ofMinutes(60), 10, 10)).contains(120);
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAnswerIsTakenForNoLessThanWhatWasAskedForAlready() {
    hosts(Duration.ZERO, 10, 10);
    answer(120);
    assertThat(hosts(Duration.ZERO, 120, 200)).contains(200);
  }

  @Test
  void anAnswerThatMoreHostsServeThanItAllowsIsNotUsed() {
    hosts(Duration.ZERO, 10, 10);
    answer(4);
    assertThat(hosts(Duration.ZERO, 10, 10)).isEmpty();
    assertThat(hosts(Duration.ZERO, 4, 4)).contains(4);
  }

  @Test
  void whatWasReadCountsOnWhenTheNextAnswerIsEmptyWrongOrAFailure() {
    hosts(Duration.ZERO, 10, 10);
    answer(120);
    hosts(Duration.ofHours(1), 10, 10);
    answer(0);
    assertThat(hosts(Duration.ofHours(1), 10, 10)).contains(120);
    hosts(Duration.ofHours(2), 10, 10);
    asked.remove(0).run();
    assertThat(hosts(Duration.ofHours(2), 10, 10)).contains(120);
  }
}
