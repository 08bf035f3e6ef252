package dev.kickoff.jobs.lab.export;

import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.model.lab.tune.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Plans of policies as a lab file describes them. */
final class Plans {
  static final String FIVE_MINUTES = "alarm: {kind: periods, minutes: 5, phaseMinutes: 3}";
  static final String COOLDOWN = "cooldownMinutes: 5";
  static final String SCALE_IN =
      "scaleIn: {threshold: 7.5, increment: 1, minutes: 10, cooldownMinutes: 10}";

  private Plans() {}

  /** The source's winner: two hosts above 15 percent. */
  static AwsPlan source(Path folder) {
    return plan(folder, "web-asg", FIVE_MINUTES, COOLDOWN);
  }

  /** A plan of two hosts above 15 percent with these lines of a simple policy. */
  static AwsPlan plan(Path folder, String group, String... policy) {
    return plan(folder, 10, group, policy);
  }

  /** The same under a load in steps of so many seconds. */
  static AwsPlan plan(Path folder, int stepSeconds, String group, String... policy) {
    String text =
        """
        load: {stages: "10m:30000,8m:150000", stepSeconds: %d}
        host: {idleCpu: 2, rpm: 40000, cpu: 30}
        group: {hosts: 1, bootMinutes: 3.5}
        policy:
          kind: simple
          %s
        """
            .formatted(stepSeconds, String.join("\n  ", policy));
    try {
      Path file = Files.writeString(folder.resolve("lab.yaml"), text);
      return Translation.of(group, LabFile.read(file, Optional.empty()), new Cell(2, 15));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
