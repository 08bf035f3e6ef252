package dev.kickoff.model.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.control.surroundings.Surroundings;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuotaAsReadTest {
  private static final GroupSettings CONFIGURED =
      Scenes.settings(ControlMode.FORECAST_AND_SCALE)
          .within(GroupLimits.STANDARD.withQuota(OptionalInt.of(200)));

  private static Ceiling ceiling(GroupSettings settings, Optional<Integer> quota) {
    return settings.seen(Optional.empty(), quota).ceiling(Optional.empty());
  }

  @Test
  void theSmallerOfWhatIsReadAndWhatIsConfiguredCounts() {
    assertThat(ceiling(CONFIGURED, Optional.of(120))).isEqualTo(new Ceiling(120, "the quota"));
    assertThat(ceiling(CONFIGURED, Optional.of(300))).isEqualTo(new Ceiling(200, "the quota"));
    assertThat(ceiling(CONFIGURED, Optional.empty())).isEqualTo(new Ceiling(200, "the quota"));
    GroupSettings free = Scenes.settings(ControlMode.FORECAST_AND_SCALE);
    assertThat(ceiling(free, Optional.of(120))).isEqualTo(new Ceiling(120, "the quota"));
    assertThat(ceiling(free, Optional.of(500)).hosts()).isEqualTo(400);
  }

  @Test
  void whatWasFingerprintedWithoutAQuotaStillAgrees() {
    assertThat(Surroundings.CALM.toString())
        .isEqualTo(
            "Surroundings[overrides="
                + Surroundings.CALM.overrides()
                + ", health=Optional.empty, trust=Optional.empty, past=Optional.empty,"
                + " standby=Optional.empty, leadTime=Optional.empty]");
    assertThat(Surroundings.CALM.within(Optional.of(7)).toString()).endsWith(", quota=7]");
  }
}
