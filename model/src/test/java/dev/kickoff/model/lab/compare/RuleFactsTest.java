package dev.kickoff.model.lab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleFactsTest {
  private static AlarmAction adding(int hosts, double threshold) {
    return AlarmAction.adding(
        hosts,
        threshold,
        AlarmSettings.of(AlarmSettings.Kind.PERIODS, Duration.ofMinutes(5)),
        Rearm.cooldown(Duration.ofMinutes(5)));
  }

  @Test
  void whatTwoRulesDifferInIsSaidInWords() {
    var from = RuleFacts.of(new Together(List.of(adding(1, 25))));
    var to = RuleFacts.of(new Together(List.of(adding(2, 15), new TrackingRule(40))));
    assertThat(RuleFacts.differences(from, to))
        .containsExactly(
            "the high alarm's threshold changes from 25 % to 15 %",
            "the high alarm's action changes from +1 hosts to +2 hosts",
            "target tracking's target is added: 40 %");
    assertThat(RuleFacts.differences(to, from))
        .contains("target tracking's target is removed (was 40 %)");
    assertThat(RuleFacts.differences(from, from)).isEmpty();
  }

  @Test
  void aSecondAlarmIsToldApart() {
    var facts = RuleFacts.of(new Together(List.of(adding(1, 25), adding(3, 60))));
    assertThat(facts).containsEntry("the high alarm's threshold (2)", "60 %");
  }
}
