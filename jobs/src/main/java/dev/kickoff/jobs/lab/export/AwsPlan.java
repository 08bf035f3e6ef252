package dev.kickoff.jobs.lab.export;

import java.util.List;

/**
 * The policies of a group as AWS can express them.
 *
 * @param policies at least one, the one that launches first
 * @param remarks what AWS cannot express, and what was written instead; a sentence each
 */
public record AwsPlan(String group, List<AwsPolicy> policies, List<String> remarks) {
  public AwsPlan {
    policies = List.copyOf(policies);
    remarks = List.copyOf(remarks);
  }

  /** What it does, a sentence for each policy. */
  List<String> sentences() {
    return policies.stream().map(policy -> "Kickoff's lab: " + policy.words() + ".").toList();
  }

  /** Sentences, then remarks, as comments that begin with {@code #}. */
  String comments() {
    StringBuilder text = new StringBuilder();
    sentences().forEach(line -> text.append("# ").append(line).append('\n'));
    remarks.forEach(line -> text.append("# Note: ").append(line).append('\n'));
    return text.toString();
  }
}
