package dev.kickoff.jobs.lab.profile;

import dev.kickoff.model.lab.profile.CacheTerms;
import dev.kickoff.model.lab.profile.CpuFit;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.Knee;
import dev.kickoff.model.lab.profile.Linearity;
import dev.kickoff.model.lab.profile.Throughput;
import dev.kickoff.model.lab.profile.guard.DeployFinding;
import dev.kickoff.model.lab.profile.type.TypeWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A profile in sentences that a reviewer can quote, each true without the others. */
final class ProfileSentences {
  private ProfileSentences() {}

  static List<String> of(ProfileResult result) {
    List<String> said = new ArrayList<>();
    CpuFit cpu = result.host().cpu();
    said.add(slope(cpu));
    said.add(
        cpu.linearity()
            .map(Linearity::words)
            .orElse(
                "The rows are too few, or of too few loads, to tell whether a line is enough."));
    result.host().knee().ifPresent(knee -> said.add(knee(knee)));
    result.host().whyNoKnee().ifPresent(said::add);
    said.add(throughput(result));
    cpu.cache().ifPresent(terms -> said.add(cache(terms)));
    result
        .credits()
        .ifPresent(
            credits ->
                said.add(
                    credits.words(
                        result.host().throughput().cpu().map(Estimate::value).orElse(100.0))));
    result.types().stream().filter(t -> t.weight().value() > 1).forEach(t -> said.add(type(t)));
    result.guard().map(DeployFinding::words).ifPresent(said::add);
    return said;
  }

  private static String slope(CpuFit cpu) {
    String full =
        cpu.saturatedFrom() < Double.MAX_VALUE
            ? say(
                " From %,.0f on the processor was full; those rows are not used.",
                cpu.saturatedFrom())
            : "";
    return say(
            "Every 1,000 requests per minute take %.3f points of processor (95 %% between %.3f and"
                + " %.3f) above %.1f %% without any (%.1f to %.1f), which explains %.1f %% of the"
                + " variance; %d outliers count nothing.",
            cpu.cpuPerKrpm().value(),
            cpu.cpuPerKrpm().low(),
            cpu.cpuPerKrpm().high(),
            cpu.idleCpu().value(),
            cpu.idleCpu().low(),
            cpu.idleCpu().high(),
            100 * cpu.explained(),
            cpu.outliers())
        + full;
  }

  private static String knee(Knee knee) {
    return say(
        "Latency begins to climb at %.1f %% of processor (95 %% between %.1f and %.1f), from a p95 of"
            + " %.0f ms; at the highest load it is %.1f times what it would be without.",
        knee.cpu().value(), knee.cpu().low(), knee.cpu().high(), knee.latencyMs(), knee.climb());
  }

  private static String throughput(ProfileResult result) {
    Throughput found = result.host().throughput();
    if (found.rpm().isEmpty()) {
      return "What a host may be given does not follow; test with latency, or give --knee-cpu.";
    }
    Estimate rpm = found.rpm().get();
    String where =
        switch (found.rule()) {
          case KNEE -> "At the knee";
          case GIVEN -> say("At the %.0f %% given", found.cpu().orElseThrow().value());
          default -> say("At the highest load tested, %.0f %%,", found.cpu().orElseThrow().value());
        };
    return say(
        "%s a host carries %,.0f requests per minute (95 %% between %,.0f and %,.0f); with %.0f %%"
            + " in hand, plan with %,.0f.",
        where,
        rpm.value(),
        rpm.low(),
        rpm.high(),
        100 * result.margin(),
        found.withMargin(result.margin()).orElseThrow());
  }

  private static String cache(CacheTerms cache) {
    return say(
        "1,000 requests that the cache answers take %.3f points (%.3f to %.3f), 1,000 that it does"
            + " not %.3f (%.3f to %.3f); usually it answers %.0f %%. A host with a cold cache pays"
            + " the latter for every request.",
        cache.hitPerKrpm().value(),
        cache.hitPerKrpm().low(),
        cache.hitPerKrpm().high(),
        cache.missPerKrpm().value(),
        cache.missPerKrpm().low(),
        cache.missPerKrpm().high(),
        100 * cache.usualHit());
  }

  private static String type(TypeWeight type) {
    return say(
        "A %s carries %.2f times what the smallest type does (95 %% between %.2f and %.2f).",
        type.type(), type.weight().value(), type.weight().low(), type.weight().high());
  }

  /** With three digits behind the point where it is small, with none and commas where large. */
  static String brief(double value) {
    double size = Math.abs(value);
    return say(size >= 1_000 ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f", value);
  }

  static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
