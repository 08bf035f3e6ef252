package dev.kickoff.jobs.config.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The host of a lab file: {@code host: {idleCpu: 2, rpm: 40000, cpu: 30, kneeCpu: 50}}, a point of
 * its line and where latency climbs, or {@code host: {profile: profile.json}} as {@code kickoff
 * profile -o json} writes it, relative to the lab file.
 */
final class HostSection {
  private static final String EXAMPLE = "{idleCpu: 2, rpm: 40000, cpu: 30, kneeCpu: 50}";
  private static final double KNEE = 50;
  private static final int MAX_BYTES = 1 << 20;

  private final YamlSection root;
  private final Path file;

  HostSection(YamlSection root, Path file) {
    this.root = root;
    this.file = file;
  }

  /** The host; empty when it is missing or wrong. */
  Optional<HostCurve> read() {
    root.require("host", EXAMPLE);
    Optional<YamlSection> found = root.section("host", EXAMPLE);
    return found.flatMap(host -> host.has("profile") ? profile(host) : line(host));
  }

  private static Optional<HostCurve> line(YamlSection host) {
    host.require("rpm", "40000");
    host.require("cpu", "30");
    double idle = Numbers.PERCENT.number(host, "idleCpu").orElse(0);
    OptionalDouble rpm = NumberRange.POSITIVE.number(host, "rpm");
    OptionalDouble cpu = Numbers.THRESHOLD.number(host, "cpu");
    double knee = Numbers.THRESHOLD.number(host, "kneeCpu").orElse(KNEE);
    host.refuseUnknownKeys();
    if (rpm.isEmpty() || cpu.isEmpty()) {
      return Optional.empty();
    }
    return checked(
        host, "cpu", () -> HostCurve.through(idle, rpm.getAsDouble(), cpu.getAsDouble(), knee));
  }

  private Optional<HostCurve> profile(YamlSection host) {
    String name = host.text("profile").orElse("");
    OptionalDouble knee = Numbers.THRESHOLD.number(host, "kneeCpu");
    host.refuseUnknownKeys();
    Path path = file.resolveSibling(name);
    try {
      JsonNode json = new ObjectMapper().readTree(InputFile.text(path, MAX_BYTES));
      double slope = json.path("slope_cpu_per_krpm").asDouble();
      double idle = Math.max(0, json.path("intercept_cpu").asDouble());
      double at = knee.orElse(json.path("knee_cpu").asDouble(KNEE));
      return checked(host, "profile", () -> new HostCurve(idle, slope, at));
    } catch (JsonProcessingException e) {
      host.refuse("profile", ": " + path + " is not JSON", "write it with kickoff profile -o json");
    } catch (InputException e) {
      host.refuse("profile", ": " + e.problems().get(0).what(), "correct the path");
    }
    return Optional.empty();
  }

  private static Optional<HostCurve> checked(
      YamlSection host, String key, java.util.function.Supplier<HostCurve> curve) {
    try {
      return Optional.of(curve.get());
    } catch (IllegalArgumentException e) {
      host.refuse(key, ": " + e.getMessage(), "correct it");
      return Optional.empty();
    }
  }
}
