package dev.kickoff.deploy.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.deploy.engine.EngineProcess;
import dev.kickoff.jobs.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the operator's guide says is what a running engine does: by curl and by the verbs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorGuideTest {
  private static final Path GUIDE = Path.of("../jobs/CONSOLE.md");
  private static final String MATCH = "match-2026-06-20T20:00:00Z";
  private static final String WHY = "--reason=trying the guide out";

  private EngineProcess engine;

  @BeforeAll
  void start(@TempDir Path state) throws IOException {
    engine = EngineProcess.start(state, List.of("--speed", "20"));
    engine.awaitReady();
    engine.await("at work: fresh inputs and a plan that has the match", this::isAtWork);
  }

  /** Just after a start what stands is old: nothing is planned for the match that could be kept. */
  private boolean isAtWork() {
    String status = kickoff("status").out();
    return status.startsWith("ACTING") && !status.contains("STALE") && status.contains("Reds");
  }

  @AfterAll
  void stop() throws InterruptedException {
    engine.close();
  }

  /** What a command left behind. */
  private record Ran(int code, String out, String err) {}

  private Ran kickoff(String... words) {
    Path token = tokenFile();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--url", engine.origin().orElseThrow(), "--token-file", token.toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }

  private Path tokenFile() {
    try {
      return Files.writeString(Files.createTempFile("token", ""), engine.token());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyExampleOfTheApiAnswersWhatTheGuidePromises() throws Exception {
    Assumptions.assumeTrue(hasCurl(), "The guide's examples are not run: there is no curl");
    List<GuideBlock> blocks = GuideBlock.of(GUIDE);
    StringBuilder script = new StringBuilder("set -eu\n");
    for (GuideBlock block : blocks) {
      script.append(String.join("\n", block.lines())).append("\necho; echo @@@\n");
    }
    List<String> said = List.of(run(script.toString()).split("@@@\n", -1));

    assertThat(blocks).hasSizeGreaterThan(8);
    assertThat(said).hasSize(blocks.size() + 1);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(said.get(i)).as(blocks.get(i).lines().get(0)).contains(blocks.get(i).promised());
    }
  }

  @Test
  void theVerbsDoWhatTheGuideSays() {
    assertThat(kickoff("status").out()).contains("web-asg", "IN SERVICE");
    assertThat(kickoff("explain", "web-asg").out()).contains("because ", "otherwise: ");
    assertThat(kickoff("override", "floor", "web-asg", "30", WHY, "--dry-run").code()).isZero();

    Ran given = kickoff("override", "floor", "web-asg", "30", "--for=45m", WHY);
    assertThat(given.out()).startsWith("floor of 30 hosts on web-asg is in force");
    assertThat(kickoff("override", "list").out()).contains("floor of 30 hosts on web-asg");
    String undo = given.out().replaceAll("(?s).*kickoff override undo (\\S+).*", "$1");
    assertThat(kickoff("override", "undo", undo).out()).startsWith("undone: floor of 30");

    assertThat(kickoff("freeze", "web-asg", WHY).out()).contains("still fires");
    assertThat(kickoff("status").out()).startsWith("FROZEN");
    assertThat(kickoff("resume", "web-asg", WHY).out())
        .as("a large difference waits for a second person")
        .containsAnyOf("web-asg is no longer frozen", "waits for approval, nothing was changed");
    assertThat(kickoff("event", "list").out()).contains(MATCH);
    Ran extended = kickoff("event", "extend", MATCH, "+30m", WHY);
    assertThat(extended.out()).as(extended.err()).startsWith("extended: ");
    Ran confirmed = kickoff("event", "confirm", MATCH);
    assertThat(confirmed.out()).as(confirmed.err()).startsWith("confirmed: ");
    assertThat(kickoff("status", "--watch", "--count=2", "-o", "json").out().lines()).hasSize(2);
    assertThat(kickoff("override", "floor", "web-asg", "0", WHY).code()).isEqualTo(2);
    assertThat(kickoff("explain", "no-such-group").err()).contains("no-such-group");
  }

  private static boolean hasCurl() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String run(String script) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
    builder.environment().put("KICKOFF_URL", engine.origin().orElseThrow());
    builder.environment().put("KICKOFF_TOKEN", engine.token());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
