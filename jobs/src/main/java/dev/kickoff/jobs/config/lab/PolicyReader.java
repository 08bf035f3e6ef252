package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import java.util.List;

/** Reads a policy that stands in a file of its own, with the keys of a lab file's policies. */
public final class PolicyReader {
  private PolicyReader() {}

  /** The policies it stands for; none when it is wrong, and then the file has a problem. */
  public static List<NamedPolicy> read(YamlSection policy, LoadCurve load, HostCurve host) {
    return new PolicySection(policy, load, host).read();
  }
}
