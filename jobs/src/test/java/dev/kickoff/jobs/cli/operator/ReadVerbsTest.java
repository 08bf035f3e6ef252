package dev.kickoff.jobs.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.client.Answers;
import dev.kickoff.jobs.client.ContractServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadVerbsTest {
  private static final String DECISION =
      """
      {'group':'web-asg','sequence':4711,'at':'2026-06-11T18:00:00Z','mode':'APPROVE',
       'action':'RAISE','change':{'from':12,'wanted':40,'to':20},'reason':'kick-off at nine'}
      """;
  private static final String EXPLANATION =
      """
      {'decision':%s,
       'inputs':[{'name':'demand','ageSeconds':40,'value':'23456 rpm'}],'offsets':{},
       'otherwise':[{'without':'kickoff','hosts':14,'sentence':'12 hosts would be short'}],
       'permalink':'/#/decisions/web-asg/4711',
       'whole':{'key':{},'mode':'APPROVE','change':{},'reason':'kick-off at nine','inputs':{},
                'digest':'d','trail':[
         {'guardrail':'ramp','proposed':40,'allowed':20,'reason':'at most 20 at once'},
         {'guardrail':'spend','proposed':20,'allowed':20,'reason':'within budget'}]}}
      """
          .formatted(DECISION);

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
  void statusAnswersTheThreeQuestionsInBothTimes() {
    server.answers("status", 200, Answers.STATUS);

    assertThat(shell.run("status").out())
        .isEqualTo(
            """
            ACTING: decisions reach the fleet
            engine time 2026-06-11 20:00 CEST (18:00 UTC), at 60x
            input ages: demand web 40 s

            GROUP    MODE                ACTS  DEMAND RPM  REQUIRED  FLOOR  IN SERVICE
            web-asg  FORECAST_AND_SCALE  yes        23457        12     12          14

            NEXT                               GROUP    FLOOR     FOR    REASON
            2026-06-11 20:45 CEST (18:45 UTC)  web-asg  12 -> 40  Final  kick-off
            """);
  }

  @Test
  void statusForProgramsIsWhatTheServerSent() {
    server.answers("status", 200, Answers.STATUS);

    assertThat(shell.run("status", "-o", "json").out())
        .isEqualTo(Answers.STATUS.replaceAll("\n *", "").replace('\'', '"') + "\n");
  }

  @Test
  void watchingGoesOnWithWhatTheStreamSays() {
    server.answers(
        "stream", 200, "id: 1\nevent: clock\ndata: " + Answers.STATUS.replace("\n", "") + "\n\n");

    List<String> lines =
        shell.run("status", "--watch", "--count=2", "-o", "json").out().lines().toList();

    assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("ACTING"));
  }

  @Test
  void explainsTheNewestDecisionOfAnyGroup() {
    server.answers("decisions", 200, Answers.page(DECISION)).answers("explain", 200, EXPLANATION);

    assertThat(shell.run("explain").out())
        .isEqualTo(
            """
            web-asg #4711 at 2026-06-11 20:00 CEST (18:00 UTC) engine time: RAISE, floor 12 -> 20 hosts (wanted 40)
            because kick-off at nine

            GUARDRAIL  BEFORE  AFTER  WHY
            ramp           40     20  at most 20 at once
            1 guardrails let it through (--all shows them)

            INPUT   AGE   VALUE
            demand  40 s  23456 rpm

            otherwise: 12 hosts would be short
            permalink: /#/decisions/web-asg/4711
            """);
    assertThat(server.last("explain").path()).isEqualTo("/v1/decisions/web-asg/4711");
    assertThat(shell.run("explain", "web-asg", "--all").out()).contains("within budget");
    assertThat(server.last("explain").path()).isEqualTo("/v1/decisions/web-asg/latest");
  }

  @Test
  void asksWhatIf() {
    server.answers("whatIf", 200, Answers.PREVIEW);

    assertThat(
            shell.run("what-if", "web-asg", "--demand-factor=1.5", "--event=f", "--by=-30").out())
        .startsWith("web-asg: floor 12 -> 40 hosts");
    assertThat(server.last("whatIf").body())
        .isEqualTo(
            "{\"group\":\"web-asg\",\"demandFactor\":1.5,"
                + "\"move\":{\"uid\":\"f\",\"byMinutes\":-30,\"cancel\":false}}");
    assertThat(shell.run("what-if", "web-asg", "--cancel").code()).isEqualTo(2);
  }

  @Test
  void listsTheAuditAndTheScorecard() {
    server.answers(
        "audit",
        200,
        "{'items':[{'at':'2026-06-11T18:00:00Z','actor':'ada','action':'order','group':'web-asg',"
            + "'result':'denied','detail':'\\u001b[31mred'}],'next':'c'}");
    server.answers(
        "scorecard",
        200,
        "{'group':'web-asg','from':'2026-06-10T18:00:00Z','until':'2026-06-11T18:00:00Z',"
            + "'acting':true,'asItWas':{'minutes':1440,'underMinutes':0,'breaches':0,"
            + "'unmetShare':0,'hostHours':96},'sentence':'avoided 3 breaches','assumed':[]}");

    Shell.Ran audit = shell.run("audit", "list", "--actor=ada");
    assertThat(audit.out()).contains("denied").doesNotContain("\u001b");
    assertThat(audit.err()).isEqualTo("older ones: --before c\n");
    assertThat(shell.run("scorecard", "web-asg").out())
        .contains("sentence: avoided 3 breaches", "host hours: 96");
  }

  @Test
  void saysWhichTokenIsMissing() throws IOException {
    Files.writeString(shell.token(), "another\n");

    Shell.Ran ran = shell.run("status");

    assertThat(ran.code()).isEqualTo(4);
    assertThat(ran.err())
        .startsWith("kickoff: Unauthorized: the token is unknown\n  name a token: --token-file");
    Files.writeString(shell.token(), "\n");
    assertThat(shell.run("status").err()).contains("must hold one line, the token");
  }

  @Test
  void saysHowToStartAServerThatIsNotThere() throws IOException {
    URI gone = server.uri();
    server.close();

    Shell.Ran ran = new Shell(gone, folder).run("status");

    assertThat(ran.code()).isEqualTo(5);
    assertThat(ran.err()).startsWith("kickoff: not reachable: " + gone).contains("kickoff up");
    assertThat(Shell.plain("status", "--url=ftp://x").code()).isEqualTo(2);
  }

  @Test
  void completesInBothShellsAndSaysItsVersion() {
    assertThat(Shell.plain("completion", "bash").out())
        .contains("complete -F _complete_kickoff")
        .contains("override", "what-if");
    assertThat(Shell.plain("completion", "zsh").out()).startsWith("autoload -U +X compinit");
    assertThat(Shell.plain("version").out()).startsWith("kickoff ");
  }
}
