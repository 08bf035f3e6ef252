package dev.kickoff.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the fleet's own schedule costs when the controller dies an hour before kick-off.
 *
 * <p>{@code -Dkickoff.death.seeds=200} looks at more stories than the build does.
 */
@ExtendWith(QuietLoop.class)
class DeathTest {
  private static final int SEEDS = Integer.getInteger("kickoff.death.seeds", 20);
  private static final int BEFORE = 3_600;

  /** Counts the hosts that serve from an hour before kick-off on, in host-ticks. */
  private static final class Meter implements Invariant {
    private final Scene scene;
    private long hosts;
    private int atKickOff;
    private int atEnd;

    private Meter(Scene scene) {
      this.scene = scene;
    }

    @Override
    public String name() {
      return "meter";
    }

    @Override
    public String sentence() {
      return "Counts.";
    }

    @Override
    public void see(Sight sight, Findings findings) {
      if (sight instanceof Sight.Passed passed
          && passed.second() >= scene.story().kickOff() - BEFORE) {
        atEnd = scene.group().inService();
        hosts += atEnd;
        atKickOff = passed.second() <= scene.story().kickOff() ? atEnd : atKickOff;
      }
    }
  }

  private static Meter lived(Story story, List<FaultSpan> faults) {
    Meter[] meter = new Meter[1];
    new SeedRun(Parts.REAL, scene -> List.of(meter[0] = new Meter(scene)))
        .of(story, new FaultPlan(faults), Story.SECONDS);
    return meter[0];
  }

  @Test
  void besideAPolicyCostsAtMostATwentiethMoreThanALivingControllerAndLetsGoInTheEnd() {
    long dead = 0;
    long alive = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Story story = Story.of(seed);
      if (!story.isAlone()) {
        FaultSpan death = new FaultSpan(Fault.DEATH, story.kickOff() - BEFORE, 1, 0);
        Meter without = lived(story, List.of(death));
        Meter with = lived(story, List.of());
        dead += without.hosts;
        alive += with.hosts;
        assertThat(without.atEnd).as("seed %d", seed).isLessThanOrEqualTo(with.atEnd + 1);
      }
    }
    double ratio = (double) dead / alive;
    System.out.printf(
        Locale.ROOT, "dead at T-60 min: %.3f times the hosts of one that lives%n", ratio);
    assertThat(ratio).isBetween(0.9, 1.05);
  }

  /** A scheduled action never sets desired, so that hosts stay until somebody lets them go. */
  @Test
  void aloneKeepsItsHostsUntilAControllerIsBack() {
    Story story =
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(Story::of)
            .filter(Story::isAlone)
            .findFirst()
            .orElseThrow();
    FaultSpan death = new FaultSpan(Fault.DEATH, story.kickOff() - BEFORE, 1, 0);
    Meter without = lived(story, List.of(death));
    assertThat(without.atEnd).isGreaterThanOrEqualTo(without.atKickOff);
  }
}
