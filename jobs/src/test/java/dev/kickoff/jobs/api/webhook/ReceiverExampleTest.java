package dev.kickoff.jobs.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that receivers are given is run as it stands there, where there is a Python. */
class ReceiverExampleTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  @Test
  void believesWhatWasSignedAndNothingElse(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "/usr/bin/python3 is absent: the example is not run");
    long now = Instant.now().getEpochSecond();
    assertThat(verify(folder, now, now, "{}")).isEqualTo("True");
    assertThat(verify(folder, now, now, "{} ")).as("another body").isEqualTo("False");
    assertThat(verify(folder, now - 301, now - 301, "{}")).as("played again").isEqualTo("False");
    assertThat(verify(folder, now - 301, now, "{}")).as("made young").isEqualTo("False");
  }

  private static String verify(Path folder, long signedAt, long claimedAt, String body)
      throws IOException, InterruptedException {
    String signature = SigningKey.of(Receiver.SECRET).sign("msg_1", signedAt, "{}".getBytes(UTF_8));
    String guide = Files.readString(Path.of("WEBHOOKS.md"));
    String example = guide.split("```python\n", 2)[1].split("```", 2)[0];
    String call =
        "headers = {'webhook-id': 'msg_1', 'webhook-timestamp': '%d', 'webhook-signature': '%s'}%n"
            .formatted(claimedAt, "v1,b3RoZXI= " + signature);
    String print = "print(verify('%s', headers, b'%s'))%n".formatted(Receiver.SECRET, body);
    Path script = Files.writeString(folder.resolve("receive.py"), example + call + print);
    Process run =
        new ProcessBuilder(List.of(PYTHON.toString(), script.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8).strip();
    run.waitFor();
    return said;
  }
}
