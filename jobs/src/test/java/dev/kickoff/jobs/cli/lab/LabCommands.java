package dev.kickoff.jobs.cli.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** Runs commands of the lab as a user does, and keeps what they print. */
final class LabCommands {
  static final Path EXAMPLE = Path.of("../deploy/examples/tune-a-group");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** What a command that must succeed prints, as JSON. */
  static JsonNode json(String... args) throws Exception {
    LabCommands commands = new LabCommands();
    int code = commands.run(args);
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + commands.err());
    }
    return new ObjectMapper().readTree(commands.out());
  }
}
