package dev.kickoff.jobs.config.bomb;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.jobs.config.FleetFile;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Reads every file of a folder in a JVM of its own, and says what became of each. */
final class BombChild {
  private static final OccurrenceWindow WINDOW =
      OccurrenceWindow.around(Instant.parse("2024-06-01T00:00:00Z"));

  private BombChild() {}

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      long begin = System.nanoTime();
      String outcome = outcome(file);
      long millis = (System.nanoTime() - begin) / 1_000_000;
      System.out.println(file.getFileName() + " " + millis + " " + outcome);
    }
  }

  private static String outcome(Path file) throws IOException {
    try {
      return isClean(file) ? "clean" : "refused";
    } catch (InputException | MalformedRecordException e) {
      return "refused";
    }
  }

  /** Whether nothing of it was refused. */
  private static boolean isClean(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".ics")) {
      return Inputs.calendar(file, ZoneOffset.UTC, WINDOW).problems().isEmpty();
    } else if (name.endsWith(".csv")) {
      return Inputs.metrics(file, ZoneOffset.UTC, new Service("web")).problems().isEmpty();
    } else if (name.endsWith(".yaml")) {
      FleetFile.read(file);
      return true;
    }
    Json.decode(Files.readAllBytes(file), Event.class);
    return true;
  }
}
