package dev.kickoff.jobs.config.lab;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Where the settings of a lab file come from: {@code provenance: {madeBy, from, until, inputs:
 * [{file, sha256}], meanCpuError: {before, after}, peakCpuError: {before, after}, scaleOutError:
 * {before, after}}}, as {@code kickoff calibrate} writes it. It changes no run; what is there is
 * checked, so that it can be relied on.
 */
final class ProvenanceSection {
  private static final List<String> ERRORS =
      List.of("meanCpuError", "peakCpuError", "scaleOutError");

  private final YamlSection root;

  ProvenanceSection(YamlSection root) {
    this.root = root;
  }

  void check() {
    root.section("provenance", "{madeBy: kickoff calibrate}").ifPresent(ProvenanceSection::check);
  }

  private static void check(YamlSection provenance) {
    provenance.text("madeBy");
    Optional<Instant> from = time(provenance, "from");
    Optional<Instant> until = time(provenance, "until");
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      provenance.refuse("until", " is not after from", "swap the two, or correct one");
    }
    if (provenance.has("inputs")) {
      provenance.sections("inputs").forEach(ProvenanceSection::input);
    }
    for (String error : ERRORS) {
      Optional<YamlSection> both = provenance.section(error, "{before: 7.1, after: 0.2}");
      both.ifPresent(
          section -> {
            NumberRange.COST.number(section, "before");
            NumberRange.COST.number(section, "after");
            section.refuseUnknownKeys();
          });
    }
    provenance.refuseUnknownKeys();
  }

  private static void input(YamlSection input) {
    input.require("file", "metrics.csv");
    input.require("sha256", "64 hexadecimal digits");
    input.text("file");
    Optional<String> digest = input.text("sha256");
    if (digest.isPresent() && !digest.get().matches("[0-9a-f]{64}")) {
      String what = " '" + Problem.brief(digest.get()) + "' is not a digest";
      input.refuse("sha256", what, "write 64 hexadecimal digits in lower case");
    }
    input.refuseUnknownKeys();
  }

  private static Optional<Instant> time(YamlSection section, String key) {
    Optional<String> text = section.text(key);
    try {
      return text.isPresent()
          ? Optional.of(new Timestamps(ZoneOffset.UTC).parse(text.get()))
          : Optional.empty();
    } catch (InvalidText e) {
      section.refuse(key, ": " + e.what(), e.remedy());
      return Optional.empty();
    }
  }
}
