package dev.kickoff.jobs.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.capacity.HostProfile;
import java.nio.file.Path;
import java.util.Optional;

/** The host profile that {@code kickoff profile -o json} writes. */
final class ProfileFile {
  private static final String KEY = "rpm_per_host_at_knee";
  private static final int MAX_BYTES = 1 << 20;

  private ProfileFile() {}

  /** Reads {@code file}; what is wrong with it is a problem of the key {@code profile}. */
  static Optional<HostProfile> read(Path file, YamlSection capacity) {
    try {
      JsonNode json = new ObjectMapper().readTree(InputFile.text(file, MAX_BYTES));
      JsonNode rpm = json.path(KEY);
      if (rpm.isNumber() && NumberRange.POSITIVE.holds(rpm.doubleValue())) {
        return Optional.of(new HostProfile(rpm.doubleValue()));
      }
      refuse(capacity, file + " has no number above 0 under " + KEY);
    } catch (JsonProcessingException e) {
      refuse(capacity, file + ":" + e.getLocation().getLineNr() + " is not JSON");
    } catch (InputException e) {
      refuse(capacity, e.problems().get(0).place() + " " + e.problems().get(0).what());
    }
    return Optional.empty();
  }

  private static void refuse(YamlSection capacity, String what) {
    capacity.refuse("profile", ": " + what, "write it with kickoff profile -o json");
  }
}
