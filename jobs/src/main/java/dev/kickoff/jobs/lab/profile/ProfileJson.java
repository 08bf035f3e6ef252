package dev.kickoff.jobs.lab.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.lab.profile.CacheTerms;
import dev.kickoff.model.lab.profile.CpuFit;
import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.Knee;
import dev.kickoff.model.lab.profile.Linearity;
import dev.kickoff.model.lab.profile.Throughput;
import dev.kickoff.model.lab.profile.guard.DeployFinding;
import dev.kickoff.model.lab.profile.type.CpuCredits;
import dev.kickoff.model.lab.profile.type.TypeWeight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A profile as JSON on one line: keys stay, further ones may come; what is unknown is null. */
public final class ProfileJson {
  private static final MathContext DIGITS = new MathContext(6);

  private ProfileJson() {}

  /** The whole result, with sentences. */
  public static String of(ProfileResult result) {
    CpuFit cpu = result.host().cpu();
    Optional<Knee> knee = result.host().knee();
    Throughput throughput = result.host().throughput();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("slope_cpu_per_krpm", number(cpu.cpuPerKrpm().value()));
    json.put("intercept_cpu", number(cpu.idleCpu().value()));
    json.put("r2", number(cpu.explained()));
    json.put("linear", cpu.linearity().map(Linearity::linear).orElse(null));
    json.put("linearity_p", of(cpu.linearity(), Linearity::p));
    json.put("knee_cpu", of(knee, found -> found.cpu().value()));
    json.put("knee_low", of(knee, found -> found.cpu().low()));
    json.put("knee_high", of(knee, found -> found.cpu().high()));
    json.put("rpm_per_host_at_knee", of(throughput.rpm(), Estimate::value));
    json.put("rpm_per_host_low", of(throughput.rpm(), Estimate::low));
    json.put("rpm_per_host_high", of(throughput.rpm(), Estimate::high));
    json.put("rpm_per_host_cpu", of(throughput.cpu(), Estimate::value));
    json.put("rpm_per_host_rule", throughput.rule().name().toLowerCase(Locale.ROOT));
    result.host().whyNoKnee().ifPresent(why -> json.put("reason", why));
    json.put("margin", number(result.margin()));
    json.put(
        "rpm_per_host_with_margin",
        of(throughput.withMargin(result.margin()), Function.identity()));
    more(json, result);
    json.put("sentences", ProfileSentences.of(result));
    try {
      return new ObjectMapper().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a profile cannot be written as JSON", e);
    }
  }

  private static void more(Map<String, @Nullable Object> json, ProfileResult result) {
    CpuFit cpu = result.host().cpu();
    json.put("slope_low", number(cpu.cpuPerKrpm().low()));
    json.put("slope_high", number(cpu.cpuPerKrpm().high()));
    json.put("intercept_low", number(cpu.idleCpu().low()));
    json.put("intercept_high", number(cpu.idleCpu().high()));
    json.put("latency_at_knee_ms", of(result.host().knee(), Knee::latencyMs));
    json.put("rows", result.host().test().rows().size());
    json.put("refused", result.refused());
    json.put("outliers", cpu.outliers());
    boolean full = cpu.saturatedFrom() < Double.MAX_VALUE;
    json.put("saturated_from_rpm", full ? number(cpu.saturatedFrom()) : null);
    cpu.cache().ifPresent(terms -> json.put("cache", cache(terms)));
    result.credits().ifPresent(c -> json.put("credits", credits(c, result)));
    if (!result.types().isEmpty()) {
      json.put("types", result.types().stream().map(ProfileJson::type).toList());
    }
    result.guard().ifPresent(finding -> json.put("guard", guard(finding)));
  }

  private static Map<String, @Nullable Object> cache(CacheTerms terms) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("hit_cpu_per_krpm", number(terms.hitPerKrpm().value()));
    json.put("miss_cpu_per_krpm", number(terms.missPerKrpm().value()));
    json.put("usual_hit", number(terms.usualHit()));
    return json;
  }

  private static Map<String, @Nullable Object> credits(CpuCredits credits, ProfileResult result) {
    double cpu = result.host().throughput().cpu().map(Estimate::value).orElse(100.0);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("instance_type", credits.type());
    json.put("baseline_cpu", number(credits.baselineCpu()));
    json.put("earned_per_hour", number(credits.earnedPerHour()));
    json.put("minutes_when_saved", of(credits.minutesAt(cpu, credits.mostSaved()), m -> m));
    json.put("minutes_after_launch", of(credits.minutesAt(cpu, credits.atLaunch()), m -> m));
    return json;
  }

  private static Map<String, @Nullable Object> type(TypeWeight type) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", type.type());
    json.put("rpm_per_host_at_knee", number(type.rpm().value()));
    json.put("weight", number(type.weight().value()));
    json.put("weight_low", number(type.weight().low()));
    json.put("weight_high", number(type.weight().high()));
    return json;
  }

  private static Map<String, @Nullable Object> guard(DeployFinding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
    json.put("rpm_before", number(finding.before().value()));
    json.put("rpm_after", number(finding.after().value()));
    json.put("change", number(finding.change()));
    return json;
  }

  private static <T> @Nullable BigDecimal of(Optional<T> found, Function<T, Double> what) {
    return found.map(what).map(ProfileJson::number).orElse(null);
  }

  /** In six digits, without an exponent where that is shorter. */
  private static BigDecimal number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
