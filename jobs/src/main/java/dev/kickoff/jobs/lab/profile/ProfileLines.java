package dev.kickoff.jobs.lab.profile;

import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.Throughput;
import java.util.ArrayList;
import java.util.List;

/** A profile for a terminal: a table of the numbers, then the sentences. */
final class ProfileLines {
  private ProfileLines() {}

  static List<String> of(ProfileResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(ProfileSentences.say("%-38s %12s %12s %12s", "", "value", "95% low", "95% high"));
    lines.add(row("cpu % per 1,000 requests per minute", result.host().cpu().cpuPerKrpm()));
    lines.add(row("cpu % without requests", result.host().cpu().idleCpu()));
    result.host().knee().ifPresent(knee -> lines.add(row("knee, cpu %", knee.cpu())));
    Throughput found = result.host().throughput();
    found.rpm().ifPresent(rpm -> lines.add(row("requests per minute and host", rpm)));
    found
        .withMargin(result.margin())
        .ifPresent(
            rpm ->
                lines.add(
                    ProfileSentences.say(
                        "%-38s %12s",
                        ProfileSentences.say("  with %.0f %% in hand", 100 * result.margin()),
                        ProfileSentences.brief(rpm))));
    result.types().forEach(type -> lines.add(row("weight of " + type.type(), type.weight())));
    lines.add("");
    lines.addAll(ProfileSentences.of(result));
    return lines;
  }

  private static String row(String name, Estimate estimate) {
    return ProfileSentences.say(
        "%-38s %12s %12s %12s",
        name,
        ProfileSentences.brief(estimate.value()),
        ProfileSentences.brief(estimate.low()),
        ProfileSentences.brief(estimate.high()));
  }
}
