package dev.kickoff.jobs.cli.program;

import dev.kickoff.jobs.ApiProgram;
import dev.kickoff.jobs.api.security.DevToken;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.jwt.JwtSettings;
import dev.kickoff.jobs.api.security.jwt.JwtTokens;
import dev.kickoff.jobs.cli.option.AccessOption;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.api.ApiFile;
import dev.kickoff.jobs.config.api.ApiProgramSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff api}: the forecast API and the console, for a real deployment. */
@Command(
    name = "api",
    description =
        "Serves the forecast API and the console from what the topics say, beside the controllers."
            + " Writes what people order into the topics, and has no access to any group. Lets in"
            + " whom the file's oidc names; without it, the holder of the development token, on"
            + " this machine only. Ctrl-C stops it.",
    footer = {"", "Example:", "  kickoff api --config api.yaml"})
public final class ApiCommand implements Runnable {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The brokers, the fleets, where to listen and who may come in: YAML.")
  private Path config = Path.of("api.yaml");

  @Mixin private AccessOption access = new AccessOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    ApiProgramSettings settings = ApiFile.read(config);
    Optional<JwtSettings> oidc = settings.access().oidc();
    if (oidc.isPresent()) {
      JwtTokens tokens = new JwtTokens(oidc.get());
      serve(settings, tokens, "; tokens are those of " + oidc.get().issuer());
    } else {
      DevToken token = access.token();
      serve(settings, token.check(), words(token));
    }
  }

  private static String words(DevToken token) {
    return token.created()
        ? "; open it with #token=" + token.token()
        : "; the token is in " + token.file();
  }

  private void serve(ApiProgramSettings settings, TokenCheck tokens, String how) {
    PrintWriter err = spec.commandLine().getErr();
    try (ApiProgram program = start(settings, tokens)) {
      Runtime.getRuntime().addShutdownHook(new Thread(program::close, "stop"));
      err.printf(
          "kickoff: console at http://%s:%d%s%n", settings.listen().host(), program.port(), how);
      err.flush();
      Vigil.over(program::problem, ExitCode.OUTSIDE_FAILED);
    }
  }

  private static ApiProgram start(ApiProgramSettings settings, TokenCheck tokens) {
    try {
      return new ApiProgram(settings, tokens);
    } catch (RuntimeException e) {
      throw new ExitException(
          ExitCode.OUTSIDE_FAILED, "kickoff: the API did not start: " + e.getMessage());
    }
  }
}
