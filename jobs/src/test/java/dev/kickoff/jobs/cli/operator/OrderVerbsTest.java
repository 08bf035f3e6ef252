package dev.kickoff.jobs.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.client.Answers;
import dev.kickoff.jobs.client.ContractServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderVerbsTest {
  private static final String WHY = "--reason=extra time, keep what we have";

  @TempDir private Path folder;
  private ContractServer server;
  private Shell shell;

  @BeforeEach
  void start() throws IOException {
    server = new ContractServer();
    shell = new Shell(server.uri(), folder);
  }

  @AfterEach
  void everyRequestKeptTheContract() {
    server.close();
  }

  @Test
  void tellsWhatHoldsUntilWhenAndHowToTakeItBack() {
    server.answers("order", 201, Answers.OVERRIDE);

    Shell.Ran ran = shell.run("override", "floor", "web-asg", "40", "--for=2h", WHY);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            floor of 40 hosts on web-asg is in force, ordered by ada
            ends: 2026-06-11 22:00 CEST (20:00 UTC) engine time; earlier: kickoff override end o-7f3a
            undo: kickoff override undo o-7f3a (until 2026-06-11 20:10 CEST (18:10 UTC) by the wall clock)
            """);
    assertThat(server.seen()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "override pin web-asg 40 | {'group':'web-asg','kind':'pin','hosts':40",
        "override ceiling web-asg 9 --until 2026-06-11T22:00:00+02:00 |"
            + " 'ceiling','hosts':9,'reason':'extra time, keep what we"
            + " have','until':'2026-06-11T20",
        "freeze web-asg | {'group':'web-asg','kind':'freeze',",
        "freeze --all --everything | {'kind':'freeze-everything',",
        "freeze web-asg --in --for 45m | {'group':'web-asg','kind':'freeze-in'",
        "freeze web-asg --out | 'kind':'freeze-out'",
        "mode forecast-only web-asg --for 14d | 'minutes':20160"
      })
  void ordersWhatItWasTold(String words, String body) {
    server.answers("order", 201, Answers.OVERRIDE);

    List<String> all = new ArrayList<>(List.of(words.split(" ")));
    assertThat(shell.run(all.toArray(String[]::new)).err()).contains("--reason");
    all.add(WHY);
    assertThat(shell.run(all.toArray(String[]::new)).code()).isZero();

    assertThat(server.last("order").body()).contains(body.strip().replace('\'', '"'));
  }

  @Test
  void aDryRunShowsHostsDollarsAndRiskAndChangesNothing() {
    server.answers("order", 200, Answers.PREVIEW);

    Shell.Ran ran = shell.run("override", "pin", "web-asg", "40", WHY, "--dry-run");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            """
            web-asg: floor 12 -> 40 hosts, 14 in service now, $1.20 -> $4.00 an hour (+2.80)
              because: ada orders a floor of 40
              risk (caution): 28 hosts more are started at once
              breaks: over the tested size of 30
            warning: it lasts beyond the final whistle
            nothing was changed (--dry-run)
            """);
    assertThat(server.seen())
        .allSatisfy(seen -> assertThat(seen.query()).containsEntry("dryRun", "true"));
  }

  @Test
  void whatWaitsForApprovalIsExitCodeThree() {
    server.answers("order", 202, Answers.REVIEW);

    Shell.Ran ran = shell.run("override", "floor", "web-asg", "400", WHY);

    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .isEqualTo(
            "waits for approval, nothing was changed: floor of 400 hosts on web-asg\n"
                + "somebody else approves it: kickoff approve r-12 --comment \"...\"\n");
  }

  @ParameterizedTest
  @CsvSource({"409,3", "412,3", "403,4", "401,4", "422,2", "429,5", "503,5"})
  void everyRefusalHasItsExitCode(int status, int code) {
    server.answers("order", status, ContractServer.problem(status, "No", "because of the test"));

    Shell.Ran ran = shell.run("override", "floor", "web-asg", "40", WHY);

    assertThat(ran.code()).isEqualTo(code);
    assertThat(ran.err()).startsWith("kickoff: No: because of the test\n");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void resumeSaysWhatHappensNow() {
    server.answers("resume", 200, Answers.PREVIEW);

    Shell.Ran ran = shell.run("resume", "web-asg", "--reason=the drill is over");

    assertThat(ran.out())
        .startsWith("web-asg is no longer frozen\nweb-asg: floor 12 -> 40 hosts")
        .endsWith("stop again: kickoff freeze web-asg --reason \"...\"\n");
    assertThat(server.last("resume").body())
        .isEqualTo("{\"group\":\"web-asg\",\"reason\":\"the drill is over\"}");
  }

  @Test
  void aFreezeSaysWhatStillFires() {
    server.answers("order", 201, Answers.OVERRIDE);

    assertThat(shell.run("freeze", "web-asg", WHY).out())
        .contains("what stands in the schedule in AWS still fires\n");
    assertThat(shell.run("freeze", "--all", "--everything", WHY).out())
        .contains("the schedule in AWS is suspended too", "kickoff resume --all");
  }

  @Test
  void mustBeToldOneGroupOrAll() {
    assertThat(shell.run("freeze", WHY).err()).contains("name one GROUP, or --all");
    assertThat(shell.run("freeze", "web-asg", "--all", WHY).code()).isEqualTo(2);
    assertThat(shell.run("freeze", "web-asg", "--in", "--out", WHY).code()).isEqualTo(2);
  }

  @Test
  void listsEndsAndUndoes() {
    server.answers("overrides", 200, Answers.page(Answers.OVERRIDE));
    server.answers("withdraw", 200, Answers.OVERRIDE).answers("undo", 200, Answers.OVERRIDE);

    assertThat(shell.run("override", "list", "--within=1h").out())
        .contains("o-7f3a  floor of 40 hosts on web-asg  in-force  2 h", "ada")
        .doesNotContain("\u001b");
    assertThat(shell.run("override", "end", "o-7f3a", "-r", "the shoot-out is over").out())
        .startsWith("floor of 40 hosts on web-asg has ended; what it held is let go by the ramp\n");
    assertThat(shell.run("override", "undo", "o-7f3a").out()).startsWith("undone: floor of 40");
    assertThat(server.last("overrides").query()).containsEntry("within", "PT1H");
  }

  @Test
  void endsTheOrderThatMadeAGroupForecastOnly() {
    String order = Answers.OVERRIDE.replace("'floor','hosts':40", "'forecast-only'");
    server.answers("overrides", 200, Answers.page(order)).answers("withdraw", 200, order);

    assertThat(shell.run("mode", "as-configured", "web-asg", WHY).out())
        .startsWith("forecast-only on web-asg has ended");
    assertThat(shell.run("mode", "as-configured", "other-asg", WHY).err())
        .isEqualTo("kickoff: no order makes 'other-asg' forecast only; see `status`\n");
  }

  @Test
  void answersWithTheDigestThatWasRead() {
    server.answers("reviews", 200, Answers.page(Answers.REVIEW));
    server.answers("review", 200, Answers.REVIEW).answers("approve", 200, Answers.REVIEW);
    server.answers("reject", 200, Answers.REVIEW);

    assertThat(shell.run("approve", "list").out()).contains("r-12", "12 -> 400", "ada");
    assertThat(shell.run("approve", "show", "r-12").out()).contains("digest 0123456789abcdef");
    assertThat(shell.run("approve", "r-12", "--comment=the final").code()).isZero();
    assertThat(server.last("approve").body())
        .isEqualTo("{\"digest\":\"0123456789abcdef\",\"comment\":\"the final\"}");
    assertThat(shell.run("approve", "reject", "r-12", "-c", "a typo").out()).startsWith("rejected");
    assertThat(shell.run("approve", "accept", "r-12", "-c", "a typo", "--dry-run").code()).isZero();
    assertThat(shell.run("approve", "r-12").code()).isEqualTo(2);
  }
}
