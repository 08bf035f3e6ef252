package dev.kickoff.jobs.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayReport.Scores;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayVerdictTest {
  private final Map<String, Scores> scores = new LinkedHashMap<>();

  private void played(String policy, double under, double underInEvents, double hostHours) {
    scores.put(policy, new Scores(score(under, hostHours), score(underInEvents, 10)));
  }

  private static PolicyScore score(double under, double hostHours) {
    return new PolicyScore(1000, under, under / 2, 1.3, hostHours, hostHours + 1000 * under);
  }

  @Test
  void saysWhatFewerShortMinutesTook() {
    played("reactive", 0.073, 0.2, 100);
    played("kickoff", 0.005, 0.01, 104);
    played("oracle", 0, 0, 80);

    assertThat(ReplayVerdict.of(scores))
        .isEqualTo(
            "kickoff was short of hosts less often than reactive, in 0.50 % of the minutes against"
                + " 7.30 %; kickoff used 4.0 % more host-hours, and cost 37.0 % less at the fleet's"
                + " prices. Around events kickoff was short in 1.00 % of the minutes, reactive in"
                + " 20.00 %. Beside the oracle, which knows all demand ahead, kickoff used 30.0 %"
                + " more host-hours.");
  }

  @Test
  void saysSoWhenItWasWorse() {
    played("kickoff", 0.02, 0, 110);
    played("reactive:0.6", 0.01, 0, 100);

    assertThat(ReplayVerdict.of(scores))
        .startsWith(
            "kickoff was short of hosts more often than reactive:0.6, in 2.00 % of the minutes"
                + " against 1.00 %; kickoff used 10.0 % more host-hours, and cost 18.2 % more");
  }

  @Test
  void callsWhatReadsTheSameTheSame() {
    played("kickoff", 0.010_001, 0, 100.01);
    played("reactive", 0.010_002, 0, 100);

    assertThat(ReplayVerdict.of(scores))
        .startsWith(
            "kickoff and reactive were both short in 1.00 % of the minutes; kickoff used the same"
                + " host-hours, and cost the same at the fleet's prices.");
  }

  @Test
  void doesNotClaimAShortageThatNobodyHad() {
    played("kickoff", 0, 0, 90);
    played("reactive", 0, 0, 100);

    assertThat(ReplayVerdict.of(scores))
        .isEqualTo(
            "Neither kickoff nor reactive was ever short of hosts; kickoff used 10.0 % less"
                + " host-hours, and cost 10.0 % less at the fleet's prices.");
  }

  @Test
  void saysNothingOfShortageWhereNoDemandIsKnown() {
    PolicyScore unknown = new PolicyScore(0, 0, 0, 0, 50, 5);
    scores.put("kickoff", new Scores(unknown, unknown));

    assertThat(ReplayVerdict.of(scores))
        .isEqualTo(
            "No minute of the span has known demand, so nothing can be said about shortage.");
  }

  @Test
  void describesALonePolicyByItself() {
    played("static-peak", 0, 0, 1234);

    assertThat(ReplayVerdict.of(scores))
        .isEqualTo(
            "static-peak was short of hosts in 0.00 % of the minutes, with 1,234 host-hours.");
  }
}
