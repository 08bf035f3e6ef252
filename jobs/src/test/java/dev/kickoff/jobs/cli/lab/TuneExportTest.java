package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneExportTest {
  private static final String LAB =
      """
      load: {stages: "10m:30000,8m:150000,30m:150000", between: rows, stepSeconds: 10}
      host: {idleCpu: 2, rpm: 40000, cpu: 30, kneeCpu: 50}
      group: {hosts: 1, bootMinutes: 3.5}
      policy:
        kind: simple
        alarm: {kind: periods, minutes: 5, phaseMinutes: 3}
        cooldownMinutes: 5
      search: {increments: %s, thresholds: 11..35, maxCpu: 50%s}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;
  private Path lab = Path.of("");

  @BeforeEach
  void write() throws IOException {
    lab = Files.writeString(folder.resolve("lab.yaml"), LAB.formatted("1..10", ""));
  }

  private int run(String... more) {
    String[] words = new String[3 + more.length];
    words[0] = "tune";
    words[1] = "--config";
    words[2] = lab.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  @Test
  void writesTheWinnerAsCodeOnStdoutAndTheTableOnStderr() {
    assertThat(run("--group", "web-asg", "--as", "aws")).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("#!/bin/sh\n# Kickoff's lab: +2 hosts when the mean CPU is above 15 %");
    assertThat(err.toString())
        .contains("+2 at 15 % stays below 50 %", "note: when an alarm's periods begin");
  }

  @ParameterizedTest
  @CsvSource({"cloudformation, {", "cloudformation-yaml, # Kickoff", "terraform, # Kickoff"})
  void knowsItsFormatsByName(String format, String start) {
    assertThat(run("--group", "web-asg", "--as", format)).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith(start);
  }

  @Test
  void writesEveryFormatBesideTheReport() {
    assertThat(run("--group", "web-asg", "--out", folder.resolve("o").toString())).isZero();
    assertThat(folder.resolve("o").toFile().list())
        .contains(
            "policy.tf",
            "policy.sh",
            "policy.cloudformation.json",
            "policy.cloudformation.yaml",
            "report.html");
  }

  @Test
  void exportsTheSafestWhereEveryCaseWasTried() {
    assertThat(run("--robust", "--group", "web-asg", "--as", "terraform")).isZero();
    String safest = err.toString().split("The safest is ")[1];
    String increment = safest.substring(1, safest.indexOf(' '));
    assertThat(out.toString())
        .contains("scaling_adjustment     = " + increment + "\n")
        .doesNotContain("above 15 %");
  }

  @Test
  void setsItAgainstWhatTheGroupHas() throws IOException {
    Path present = Files.writeString(folder.resolve("p.json"), "{\"ScalingPolicies\": []}");
    assertThat(run("--group", "web-asg", "--diff-against", present.toString())).isZero();
    assertThat(out.toString()).contains("Group web-asg:\n\nscale out\n", "web-asg-scale-out  *");
    assertThat(run("--group", "web-asg", "--diff-against", present.toString(), "-o", "json"))
        .isZero();
    assertThat(out.toString()).startsWith("{").hasLineCount(1);
    assertThat(err.toString()).contains("scale out");
  }

  @Test
  void saysThatNothingCanBeWrittenWhenNothingHolds() throws IOException {
    Files.writeString(lab, LAB.formatted("1", ""));
    assertThat(run("--group", "web-asg", "--as", "aws")).isEqualTo(99);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("nothing to write");
  }

  @ParameterizedTest
  @CsvSource({"random", "bayesian"})
  void searchesWithinABudget(String method) throws IOException {
    Files.writeString(
        lab, LAB.formatted("1..10", ", method: %s, budget: 60, seed: 1".formatted(method)));
    assertThat(run("-o", "json")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("\"tried\":60", "\"cells\":250");
    assertThat(run()).isZero();
    assertThat(out.toString()).startsWith("60 of 250 candidates tried. ");
  }

  @Test
  void refusesABudgetThatABayesianSearchCannotWeigh() throws IOException {
    Files.writeString(lab, LAB.formatted("1..10", ", method: bayesian, budget: 501"));
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("is too large for a Bayesian search; write at most 500");
  }

  @ParameterizedTest
  @CsvSource({
    "--as;aws, --group is missing",
    "--group;w;--as;aws;-o;json, --as and -o json both want stdout",
    "--group;a:b;--as;aws, is no name of an Auto Scaling group",
    "--group;w;--region;eu-west-3, go with --diff-against aws",
    "--group;w;--diff-against;aws;--diff-against;x, leave the files out"
  })
  void refusesOptionsThatDoNotGoTogether(String options, String said) {
    assertThat(run(options.split(";"))).isEqualTo(2);
    assertThat(err.toString()).contains(said);
  }
}
