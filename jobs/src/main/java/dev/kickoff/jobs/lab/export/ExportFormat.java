package dev.kickoff.jobs.lab.export;

import java.util.Locale;
import java.util.function.Function;

/** What a policy can be written as. */
public enum ExportFormat {
  /** A CloudFormation template in JSON. */
  CLOUDFORMATION("policy.cloudformation.json", CloudFormation::json),
  /** A CloudFormation template in YAML. */
  CLOUDFORMATION_YAML("policy.cloudformation.yaml", CloudFormation::yaml),
  /** Terraform's HCL. */
  TERRAFORM("policy.tf", Terraform::of),
  /** A shell script of {@code aws} commands. */
  AWS("policy.sh", AwsCommands::of);

  private final String fileName;
  private final Function<AwsPlan, String> writer;

  ExportFormat(String fileName, Function<AwsPlan, String> writer) {
    this.fileName = fileName;
    this.writer = writer;
  }

  /** As it is written on a command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a file of it is called. */
  public String fileName() {
    return fileName;
  }

  /** The code. */
  public String write(AwsPlan plan) {
    return writer.apply(plan);
  }
}
