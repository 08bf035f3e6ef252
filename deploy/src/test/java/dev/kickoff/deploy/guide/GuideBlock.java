package dev.kickoff.deploy.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of shell in the guide.
 *
 * @param lines what is run
 * @param promised what its output must hold, from the lines that begin with {@code # =>}
 */
record GuideBlock(List<String> lines, List<String> promised) {
  private static final String PROMISE = "# => ";

  /** Every block of a document that is marked as {@code sh}, in order. */
  static List<GuideBlock> of(Path document) {
    List<GuideBlock> blocks = new ArrayList<>();
    List<String> open = null;
    for (String line : read(document)) {
      if (line.equals("```sh")) {
        open = new ArrayList<>();
      } else if (line.startsWith("```") && open != null) {
        blocks.add(block(open));
        open = null;
      } else if (open != null) {
        open.add(line);
      }
    }
    return blocks;
  }

  private static GuideBlock block(List<String> all) {
    return new GuideBlock(
        all.stream().filter(line -> !line.startsWith(PROMISE)).toList(),
        all.stream()
            .filter(line -> line.startsWith(PROMISE))
            .map(line -> line.substring(PROMISE.length()).strip())
            .toList());
  }

  private static List<String> read(Path document) {
    try {
      return Files.readAllLines(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the guide cannot be read", e);
    }
  }
}
