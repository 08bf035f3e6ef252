package dev.kickoff.jobs.lab.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.guard.KnownHost;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Reads a {@code profile.json} of an earlier run, to compare with. */
final class KnownProfile {
  private static final int MAX_BYTES = 1 << 20;

  private KnownProfile() {}

  /**
   * What it says of a host; without intervals in it, it counts as certain.
   *
   * @throws InputException where it is no profile, or one without a throughput
   */
  static KnownHost read(Path file) {
    JsonNode json;
    try {
      json = new ObjectMapper().readTree(InputFile.text(file, MAX_BYTES));
    } catch (JsonProcessingException e) {
      Place place = Place.of(file).line(Math.max(1, e.getLocation().getLineNr()));
      throw refused(place, "is not JSON");
    }
    OptionalDouble rpm = number(file, json, "rpm_per_host_at_knee");
    OptionalDouble cpu = number(file, json, "rpm_per_host_cpu");
    OptionalDouble known = cpu.isPresent() ? cpu : number(file, json, "knee_cpu");
    if (rpm.orElse(0) <= 0 || known.orElse(0) <= 0) {
      throw refused(
          Place.of(file), "has no number above 0 under rpm_per_host_at_knee and knee_cpu");
    }
    double carried = rpm.getAsDouble();
    double share = known.getAsDouble();
    return new KnownHost(
        around(
            carried,
            number(file, json, "rpm_per_host_low").orElse(carried),
            number(file, json, "rpm_per_host_high").orElse(carried)),
        around(
            share,
            number(file, json, "knee_low").orElse(share),
            number(file, json, "knee_high").orElse(share)));
  }

  private static Estimate around(double value, double low, double high) {
    return new Estimate(value, Math.min(value, low), Math.max(value, high));
  }

  private static OptionalDouble number(Path file, JsonNode json, String key) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw refused(Place.of(file), key + " is not a number");
    }
    return OptionalDouble.of(value.doubleValue());
  }

  private static InputException refused(Place place, String what) {
    return new InputException(
        new Problem(place, ProblemKind.BAD_VALUE, what, "write it with kickoff profile --out DIR"));
  }
}
