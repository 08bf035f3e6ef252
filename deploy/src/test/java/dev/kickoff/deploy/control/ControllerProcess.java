package dev.kickoff.deploy.control;

import dev.kickoff.deploy.engine.RecordedTopics;
import dev.kickoff.model.control.Decision;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A controller in a process of its own, and what it has decided so far. */
record ControllerProcess(Process process, String bootstrap, Path folder) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Starts one over a group {@code web-asg} that nothing else scales. */
  static ControllerProcess start(String bootstrap, URI aws, Path folder, SharedClock clock)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ControllerChild.class.getName(),
            bootstrap,
            fleetFile(aws, folder).toString(),
            clock.asText());
    builder.environment().put("AWS_ACCESS_KEY_ID", "simulated");
    builder.environment().put("AWS_SECRET_ACCESS_KEY", "simulated");
    Path log = folder.resolve("child.log");
    return new ControllerProcess(
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start(),
        bootstrap,
        folder);
  }

  private static Path fleetFile(URI aws, Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        service: web
        group: web-asg
        hosts: {min: 2, max: 400}
        capacity: {rpmPerHost: 1000}
        leadTime: {minutes: 3}
        mode: forecast-and-scale
        release: desired
        aws: {region: us-east-1, endpoint: "%s"}
        """
            .formatted(aws));
  }

  void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError(
            "the controller is not "
                + what
                + ":\n"
                + Files.readString(folder.resolve("child.log")));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until it has decided so many times more. */
  void awaitDecisions(int more) throws Exception {
    long decided = decisions().size();
    await("deciding", () -> decisions().size() >= decided + more);
  }

  /** All that was ever decided, by whichever controller. */
  List<Decision> decisions() {
    return RecordedTopics.decisions(bootstrap);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
