package dev.kickoff.jobs.offline.backtest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much of a journal is sound: its lines up to the first that was cut short or damaged.
 *
 * @param first the content of the first line; empty when that is not sound
 * @param count how many lines are sound
 * @param soundBytes where the last of them ends
 */
record JournalLines(Optional<String> first, int count, long soundBytes) {
  static JournalLines of(Path file) throws IOException {
    Optional<String> first = Optional.empty();
    int count = 0;
    long sound = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          continue;
        }
        Optional<String> content = JournalText.content(line.toString(StandardCharsets.UTF_8));
        if (content.isEmpty()) {
          break;
        }
        first = count == 0 ? content : first;
        count++;
        sound += line.size() + 1;
        line.reset();
      }
    }
    return new JournalLines(first, count, sound);
  }
}
