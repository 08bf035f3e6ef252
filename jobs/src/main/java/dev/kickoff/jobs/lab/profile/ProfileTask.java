package dev.kickoff.jobs.lab.profile;

import dev.kickoff.connectors.csv.loadtest.LoadTestRead;
import dev.kickoff.connectors.csv.loadtest.LoadTests;
import dev.kickoff.model.lab.profile.HostProfiler;
import dev.kickoff.model.lab.profile.LoadTest;
import dev.kickoff.model.lab.profile.LoadTestException;
import dev.kickoff.model.lab.profile.MeasuredHost;
import dev.kickoff.model.lab.profile.guard.DeployGuard;
import dev.kickoff.model.lab.profile.type.CpuCredits;
import dev.kickoff.model.lab.profile.type.TypeWeight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One run of {@code kickoff profile}: reads load tests, measures, and writes {@code profile.json},
 * {@code report.json} (the same) and {@code report.html}.
 */
public final class ProfileTask {
  private final LoadTests.Beside beside;
  private final OptionalDouble givenKnee;
  private final Consumer<LoadTestRead> onRead;

  /**
   * @param givenKnee percent of processor; empty where the load test must tell
   * @param onRead is handed each load test as it was read
   */
  public ProfileTask(
      LoadTests.Beside beside, OptionalDouble givenKnee, Consumer<LoadTestRead> onRead) {
    this.beside = beside;
    this.givenKnee = givenKnee;
    this.onRead = onRead;
  }

  /**
   * What is asked besides the load tests.
   *
   * @param margin share to keep in hand, 0 to under 1
   * @param instanceType of a single load test; empty where it is not said
   * @param guard an earlier {@code profile.json} to compare with; empty for none
   */
  public record Asked(double margin, Optional<String> instanceType, Optional<Path> guard) {}

  /**
   * Measures.
   *
   * @param files the load test of each instance type by its name; of a single one by any name
   * @throws dev.kickoff.connectors.InputException where a file cannot be used
   * @throws dev.kickoff.model.lab.profile.LoadTestException where no profile follows
   */
  public ProfileResult run(Map<String, Path> files, Asked asked) {
    Map<String, MeasuredHost> hosts = new LinkedHashMap<>();
    List<Measured> measured = new ArrayList<>();
    files.forEach((name, file) -> measured.add(measure(name, file)));
    measured.forEach(one -> hosts.put(one.name(), one.host()));
    List<TypeWeight> types = hosts.size() > 1 ? TypeWeight.of(hosts) : List.of();
    String smallest =
        types.stream()
            .min(Comparator.comparingDouble(type -> type.weight().value()))
            .map(TypeWeight::type)
            .orElse(measured.get(0).name());
    Measured chosen =
        measured.stream().filter(one -> one.name().equals(smallest)).findFirst().orElseThrow();
    return new ProfileResult(
        chosen.host(),
        asked.margin(),
        chosen.refused(),
        credits(asked.instanceType().orElse(smallest)),
        types,
        asked.guard().map(file -> DeployGuard.compare(KnownProfile.read(file), chosen.host())));
  }

  private record Measured(String name, MeasuredHost host, int refused) {}

  private Measured measure(String name, Path file) {
    LoadTestRead read = LoadTests.read(file, beside);
    onRead.accept(read);
    HostProfiler profiler =
        givenKnee.isPresent()
            ? HostProfiler.givenKnee(givenKnee.getAsDouble())
            : HostProfiler.measuring();
    MeasuredHost host = profiler.profile(new LoadTest(read.rows()));
    return new Measured(name, host, read.problems().total());
  }

  private static Optional<CpuCredits> credits(String type) {
    Optional<CpuCredits> credits = CpuCredits.of(type);
    if (credits.isEmpty() && CpuCredits.isBurstable(type)) {
      throw new LoadTestException(
          "'%s' is no size of the T family that is known; write one such as t3.micro"
              .formatted(type));
    }
    return credits;
  }

  /** Writes the files of a result into {@code folder}, which is made when it is missing. */
  public static void write(Path folder, ProfileResult result, String source) {
    String json = ProfileJson.of(result) + "\n";
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("profile.json"), json);
      Files.writeString(folder.resolve("report.json"), json);
      Files.writeString(folder.resolve("report.html"), ProfilePage.html(result, source));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** The result as lines for a person. */
  public static List<String> lines(ProfileResult result) {
    return ProfileLines.of(result);
  }
}
