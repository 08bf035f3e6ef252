package dev.kickoff.model.lab.shape.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMixTest {
  private static final EventPlace MATCH = new EventPlace(3600, 3600 + 105 * 60);

  private static MixPhase phase(String name, String from, Map<String, Double> percents) {
    Optional<MixTime> at = from.isEmpty() ? Optional.empty() : Optional.of(MixTime.parse(from));
    return new MixPhase(name, at, Optional.empty(), Duration.ZERO, percents);
  }

  private static Map<String, Double> percents(double home, double playback) {
    Map<String, Double> percents = new LinkedHashMap<>();
    percents.put("home", home);
    percents.put("playback", playback);
    return percents;
  }

  private static RequestMix match() {
    MixPhase goal =
        new MixPhase(
            "goal",
            Optional.of(MixTime.parse("23m")),
            Optional.of(Duration.ofMinutes(3)),
            Duration.ofMinutes(1),
            percents(90, 10));
    return new RequestMix(
        List.of(
            phase("before", "", Map.of("home", 100.0)),
            phase("play", "0", percents(20, 80)),
            goal,
            phase("after", "end+5m", percents(60, 40))));
  }

  private static double home(double minutesFromKickoff) {
    return match().sharesAt(3600 + Math.round(60 * minutesFromKickoff), MATCH).get("home");
  }

  @Test
  void aGoalEmptiesPlaybackAndFloodsTheHomePageForAWhile() {
    assertThat(home(-1)).isEqualTo(1);
    assertThat(home(0)).isEqualTo(0.2);
    assertThat(home(23)).isCloseTo(0.2, within(1e-12));
    assertThat(home(23.5)).isCloseTo(0.55, within(1e-12));
    assertThat(home(24)).isCloseTo(0.9, within(1e-12));
    assertThat(home(26)).isCloseTo(0.9, within(1e-12));
    assertThat(home(26.5)).isCloseTo(0.55, within(1e-12));
    assertThat(home(27)).isCloseTo(0.2, within(1e-12));
    assertThat(home(109)).isCloseTo(0.2, within(1e-12));
    assertThat(home(110)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void theApisOfALoadSumToTheWholeAtEveryStep() {
    double[] rpm = new double[230];
    for (int i = 0; i < rpm.length; i++) {
      rpm[i] = 1000.0 * i / 7;
    }
    LoadCurve whole = new LoadCurve(Duration.ofMinutes(1), rpm);
    Map<String, LoadCurve> divided = match().divide(whole, MATCH);
    assertThat(divided).containsOnlyKeys("home", "playback");
    for (int i = 0; i < rpm.length; i++) {
      double sum = divided.get("home").at(i) + divided.get("playback").at(i);
      assertThat(sum).isCloseTo(rpm[i], within(1e-9 * Math.max(1, rpm[i])));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,0", "23m,false,1380", "-30m,false,-1800", "kickoff,false,0", "kickoff-1m,false,-60",
    "kickoff + 5m,false,300", "end,true,0", "end-5m,true,-300", "end+1h30m,true,5400",
        "+5m,false,300"
  })
  void aTimeIsToldFromKickOffOrFromTheEnd(String text, boolean afterEnd, long seconds) {
    assertThat(MixTime.parse(text)).isEqualTo(new MixTime(afterEnd, seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ending", "end5m", "later", "-", "end-"})
  void aTimeThatSaysNothingIsRefused(String text) {
    assertThatThrownBy(() -> MixTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharesThatAreNotAWholeAreRefused() {
    assertThatThrownBy(() -> phase("play", "", percents(20, 70)))
        .hasMessage("the shares of phase play sum to 90.0 percent, not 100");
    assertThatThrownBy(() -> phase("play", "", percents(-20, 120)))
        .hasMessage("phase play gives -20.0 % to home");
  }

  @Test
  void onlyTheFirstPhaseHoldsFromTheBeginning() {
    MixPhase first = phase("a", "", percents(20, 80));
    MixPhase second = phase("b", "5m", percents(20, 80));
    assertThatThrownBy(() -> new RequestMix(List.of(second)))
        .hasMessage("the first phase of a mix, and it alone, has no from; see phase b");
    assertThatThrownBy(() -> new RequestMix(List.of(first, phase("c", "", percents(1, 99)))))
        .hasMessage("the first phase of a mix, and it alone, has no from; see phase c");
    assertThatThrownBy(() -> new RequestMix(List.of())).hasMessage("a mix needs a phase");
  }
}
