package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.ApiException;
import java.util.function.Supplier;

/** Requests to the engine whose failure ends the command: with an exit code and a remedy. */
public final class Requests {
  private static final int NO_TOKEN = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int CHANGED_SINCE = 412;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;

  private Requests() {}

  /**
   * What a request answers.
   *
   * @throws ExitException when it fails
   */
  public static <T> T ask(Supplier<T> request) {
    try {
      return request.get();
    } catch (ApiException e) {
      throw new ExitException(code(e), "kickoff: " + Plain.lines(e.words()) + remedy(e));
    }
  }

  private static ExitCode code(ApiException e) {
    int status = e.status().orElse(SERVER);
    return switch (status) {
      case NO_TOKEN, FORBIDDEN -> ExitCode.NOT_AUTHORISED;
      case CONFLICT, CHANGED_SINCE -> ExitCode.REFUSED;
      case TOO_MANY -> ExitCode.OUTSIDE_FAILED;
      default -> status >= SERVER ? ExitCode.OUTSIDE_FAILED : ExitCode.USAGE;
    };
  }

  private static String remedy(ApiException e) {
    if (e.status().isEmpty()) {
      return "\n  is the engine running? `kickoff up` starts one, --url names another;"
          + " without any engine: deploy/break-glass";
    }
    return switch (e.status().get()) {
      case NO_TOKEN ->
          "\n  name a token: --token-file FILE, KICKOFF_TOKEN, or ~/.kickoff/dev-token of this"
              + " machine's engine";
      case FORBIDDEN -> "\n  the token's roles do not suffice: ask somebody who has the role";
      case CHANGED_SINCE -> "\n  somebody has changed it meanwhile: look again, then repeat";
      default -> "";
    };
  }
}
