package dev.kickoff.jobs.lab.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.model.audit.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ledger of comparisons: a file to which a line of JSON is appended for each.
 *
 * <p>Each line has the digest {@code previous} of the line before and its own, {@code digest}, over
 * that and what else it says; a line that is changed or removed later breaks the chain, except that
 * lines cut off at the end cannot be missed.
 */
public final class Ledger {
  private static final int MAX_BYTES = 1 << 26;
  private static final String NONE = "none";
  private static final String PREVIOUS = "previous";
  private static final String DIGEST = "digest";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public Ledger(Path file) {
    this.file = file;
  }

  /**
   * All entries, the oldest first; none where there is no file yet.
   *
   * @throws InputException where a line does not follow from the one before
   */
  public List<JsonNode> entries() {
    List<JsonNode> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return entries;
    }
    String last = NONE;
    int number = 0;
    for (String line : InputFile.text(file, MAX_BYTES).lines().toList()) {
      number++;
      try {
        if (!(JSON.readTree(line) instanceof ObjectNode entry)) {
          throw broken(number, "is not an entry of a ledger");
        }
        String digest = entry.path(DIGEST).asText();
        ObjectNode said = entry.deepCopy();
        said.remove(DIGEST);
        boolean follows = entry.path(PREVIOUS).asText().equals(last);
        if (!follows || !digest.equals(Fingerprint.of(List.of(said.toString())))) {
          throw broken(number, "does not follow from the line before: it was changed later");
        }
        last = digest;
        entries.add(entry);
      } catch (JsonProcessingException e) {
        throw broken(number, "is not JSON");
      }
    }
    return entries;
  }

  private InputException broken(int line, String what) {
    return new InputException(
        new Problem(
            Place.of(file).line(line),
            ProblemKind.MALFORMED,
            what,
            "restore the file from a copy, or begin another ledger"));
  }

  /**
   * Appends a comparison.
   *
   * @param inputs digests of the files that were read, by their names
   * @throws InputException where the ledger is broken or cannot be written
   */
  public void append(Comparison comparison, Instant at, Map<String, String> inputs) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        FileLock lock = channel.lock()) {
      List<JsonNode> before = entries();
      ObjectNode entry = JSON.createObjectNode();
      entry.put("at", at.toString());
      ObjectNode digests = entry.putObject("inputs");
      inputs.forEach(digests::put);
      ObjectNode variants = entry.putObject("variant_digests");
      for (Variant variant : comparison.input().variants()) {
        variants.put(variant.name(), Fingerprint.of(List.of(variant.text())));
      }
      entry.setAll(CompareJson.summary(comparison));
      entry.put(
          PREVIOUS, before.isEmpty() ? NONE : before.get(before.size() - 1).path(DIGEST).asText());
      entry.put(DIGEST, Fingerprint.of(List.of(entry.toString())));
      channel.write(ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      lock.release();
    } catch (IOException e) {
      throw CompareFiles.unwritable(file, e);
    }
  }
}
