package dev.kickoff.model.lab.profile.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuCreditsTest {
  /** Baselines and most credits as the manual's table prints them. */
  @ParameterizedTest
  @CsvSource({
    "t2.nano, 5, 72", "t2.micro, 10, 144", "t2.xlarge, 22.5, 1296", "t2.2xlarge, 17, 1958.4",
    "t3.nano, 5, 144", "t3.micro, 10, 288", "t3a.medium, 20, 576", "T4G.2xlarge, 40, 4608"
  })
  void earnsWhatTheManualSays(String type, double baseline, double mostSaved) {
    CpuCredits credits = CpuCredits.of(type).orElseThrow();
    assertThat(credits.baselineCpu()).isCloseTo(baseline, within(1e-9));
    assertThat(credits.mostSaved()).isCloseTo(mostSaved, within(1e-9));
  }

  @Test
  void tellsHowLongAHostHoldsAShareAboveItsBaseline() {
    CpuCredits micro = CpuCredits.of("t3.micro").orElseThrow();
    // two processors at half spend 1 a minute and earn 0.2
    assertThat(micro.minutesAt(50, 288)).hasValueSatisfying(m -> assertThat(m).isEqualTo(360));
    assertThat(micro.minutesAt(10, 288)).isEmpty();
    assertThat(micro.words(50)).contains("360 minutes", "for 0 minutes when it was just launched");
    assertThat(micro.words(9)).contains("for ever");
  }

  @Test
  void aNewT2HasCreditsToBeginWith() {
    CpuCredits micro = CpuCredits.of("t2.micro").orElseThrow();
    assertThat(micro.minutesAt(100, micro.atLaunch()).orElseThrow()).isCloseTo(33.3, within(0.1));
  }

  @Test
  void knowsNothingOfOtherTypes() {
    assertThat(CpuCredits.of("m7g.large")).isEmpty();
    assertThat(CpuCredits.isBurstable("m7g.large")).isFalse();
    assertThat(CpuCredits.isBurstable("t3.huge")).isTrue();
  }
}
