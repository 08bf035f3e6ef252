package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.Main;
import dev.kickoff.jobs.client.ContractServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line, as a script in Paris calls it. */
final class Shell {
  /** What a command left behind. */
  record Ran(int code, String out, String err) {}

  private final URI server;
  private final Path token;

  Shell(URI server, Path folder) throws IOException {
    this.server = server;
    this.token = Files.writeString(folder.resolve("token"), ContractServer.TOKEN + "\n");
  }

  Path token() {
    return token;
  }

  /** Runs a verb of the API. */
  Ran run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--url=" + server, "--token-file=" + token, "--zone=Europe/Paris"));
    return plain(all.toArray(String[]::new));
  }

  /** Runs a command as it is. */
  static Ran plain(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Ran(code, out.toString(), err.toString());
  }
}
