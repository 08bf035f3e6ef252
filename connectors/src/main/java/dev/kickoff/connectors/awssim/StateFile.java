package dev.kickoff.connectors.awssim;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file in which the endpoint's state outlives it; replaced as a whole at every write. */
final class StateFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Path file;
  private final Path next;
  private Optional<RegionState> written = Optional.empty();

  StateFile(Path folder) {
    this.file = folder.resolve("groups.json");
    this.next = folder.resolve("groups.json.next");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the state folder " + folder, e);
    }
  }

  /**
   * What was written last; a new state when nothing was.
   *
   * @throws InputException when the file is not what was written
   */
  RegionState read() {
    if (!Files.exists(file)) {
      return RegionState.NEW;
    }
    try {
      return JSON.readValue(Files.readAllBytes(file), RegionState.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          new Problem(
              placeOf(e),
              ProblemKind.MALFORMED,
              "not the state of simulated groups (" + e.getOriginalMessage() + ")",
              "move the file away to start with the groups as they are defined"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state file " + file, e);
    }
  }

  private Place placeOf(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null
        ? Place.of(file)
        : Place.of(file).line(at.getLineNr()).column(at.getColumnNr());
  }

  /** Writes what has changed since it was last written. */
  void write(RegionState state) {
    if (written.filter(state::equals).isPresent()) {
      return;
    }
    try {
      Files.write(next, JSON.writeValueAsBytes(state));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = Optional.of(state);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the state file " + file, e);
    }
  }
}
