package dev.kickoff.jobs.cli;

import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.control.ControlMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how {@code kickoff up} runs, to be mixed into it. */
final class RunOptions {
  private static final int MAX_PORT = 65_535;
  private static final String NO_SPEED = "kickoff: --speed must be greater than zero";

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "60",
      description = "Engine seconds per second, at most (default: 60).")
  private double speed;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "forecast-and-scale",
      converter = ModeReader.class,
      description =
          "forecast-only, approve, or forecast-and-scale (default here: the fleet is simulated).")
  private ControlMode mode = ControlMode.FORECAST_AND_SCALE;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where the state is kept (default: one folder a recording, under .kickoff).")
  private @Nullable Path state;

  @Option(names = "--fresh", description = "Forget what an earlier run of this recording left.")
  private boolean fresh;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the console on 127.0.0.1; 0 takes a free one (default: 8080).")
  private int port;

  @Option(names = "--exit-at-end", description = "Stop once the recording has been played.")
  private boolean exitAtEnd;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "D",
      defaultValue = "PT1S",
      description = "How often the job saves its state (default: PT1S).")
  private Duration checkpointEvery = Duration.ofSeconds(1);

  @Option(
      names = "--broker",
      paramLabel = "KEY=VALUE",
      description = "A setting of the embedded broker; may be repeated.")
  private Map<String, String> broker = Map.of();

  boolean exitsAtEnd() {
    return exitAtEnd;
  }

  /** The settings for playing {@code window} of what {@code recording} names. */
  RunSettings settings(
      RunSettings.Window window, ZoneId zone, List<String> recording, TokenCheck tokens) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new ExitException(ExitCode.USAGE, NO_SPEED + ", was " + speed);
    }
    checkPort();
    Path folder = state == null ? Path.of(".kickoff", folderName(recording)) : state;
    return new RunSettings(
        window, speed, zone, folder, port, tokens, new RunSettings.Tuning(checkpointEvery, broker));
  }

  /** Says that the port cannot be had now, not when everything else has started. */
  private void checkPort() {
    if (port < 0 || port > MAX_PORT) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --port " + port + " is no port; 0 takes a free one");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new ExitException(
          ExitCode.USAGE,
          "kickoff: port "
              + port
              + " of 127.0.0.1 cannot be used ("
              + e.getMessage()
              + "); choose another with --port, or 0 for a free one");
    }
  }

  private static String folderName(List<String> recording) {
    String source = Path.of(recording.get(0)).toString();
    Path parent = Path.of(source).getParent();
    String readable = parent == null ? source : parent.getFileName() + "";
    return readable + "-" + Fingerprint.of(recording).substring(0, 12);
  }

  /** Takes the state folder, emptied where {@code --fresh} says so. */
  StateFolder take(Path folder) {
    return take(folder, fresh);
  }

  /** Takes a state folder; one that another process has is a matter of usage. */
  static StateFolder take(Path folder, boolean fresh) {
    try {
      return StateFolder.take(folder, fresh);
    } catch (IllegalStateException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    }
  }

  /** The fleet in the mode asked for. */
  FleetSettings acting(FleetSettings fleet) {
    return fleet.withGroup(fleet.group().withMode(mode));
  }
}
