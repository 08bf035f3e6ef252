package dev.kickoff.jobs.offline.backtest;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.method.Methods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What a backtest's results depend on, by name: what was read, every option that changes a result,
 * and the code of the model. Runs that agree in all of it give the same bytes.
 */
public final class RunIdentity {
  private static final int SHOWN = 16;

  private RunIdentity() {}

  /** The identity of a run; values are short texts or fingerprints. */
  public static Map<String, String> of(OfflineTask task, BacktestOptions options) {
    Backtest backtest = task.backtest();
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put(
        "--metrics", fingerprint(task.traces().stream().map(RunIdentity::demand).toList()));
    identity.put(
        "--calendar",
        fingerprint(task.traces().stream().map(t -> t.calendar().versions()).toList()));
    identity.put(
        "--labels", fingerprint(task.traces().stream().map(Backtest.Trace::masks).toList()));
    identity.put(
        "--inherit",
        fingerprint(
            task.traces().stream()
                .flatMap(t -> t.inherited().stream())
                .map(each -> each.from().name())
                .toList()));
    identity.put("--zone", task.zone().getId());
    identity.put("--from", backtest.from().toString());
    identity.put("--to", backtest.until().toString());
    identity.put("--every", backtest.every().toString());
    identity.put("--horizon", backtest.horizon().toString());
    identity.put("--resolution", backtest.resolution().toString());
    identity.put("--method", task.method().orElse(""));
    identity.put(
        "--peers", String.join(",", options.peers(task).stream().map(Forecaster::name).toList()));
    identity.put("--event-pages", options.eventPages().map(String::valueOf).orElse(""));
    identity.put("version of kickoff", codeOfTheModel());
    return identity;
  }

  private static String demand(Backtest.Trace trace) {
    DemandSeries series = trace.demand();
    return String.join(
        " ",
        trace.service().name(),
        series.start().toString(),
        series.step().toString(),
        Long.toHexString(series.digest(0, series.size())));
  }

  private static String fingerprint(List<?> parts) {
    return Fingerprint.of(parts).substring(0, SHOWN);
  }

  /** A jar's bytes, or those of a folder of classes. */
  private static String codeOfTheModel() {
    try {
      CodeSource source = Methods.class.getProtectionDomain().getCodeSource();
      Path code = Path.of(source.getLocation().toURI());
      List<String> parts = new ArrayList<>();
      try (Stream<Path> files = Files.walk(code)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          CRC32 crc = new CRC32();
          crc.update(Files.readAllBytes(file));
          parts.add(code.relativize(file) + " " + Long.toHexString(crc.getValue()));
        }
      }
      return fingerprint(parts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own code", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where its code lies", e);
    }
  }
}
