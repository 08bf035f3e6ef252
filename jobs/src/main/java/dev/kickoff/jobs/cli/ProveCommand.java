package dev.kickoff.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.cli.option.OutputOption;
import dev.kickoff.jobs.cli.option.Progress;
import dev.kickoff.jobs.proof.Invariants;
import dev.kickoff.jobs.proof.Pending;
import dev.kickoff.jobs.proof.Proof;
import dev.kickoff.jobs.proof.ProofReport;
import dev.kickoff.jobs.proof.Shrinking;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kickoff prove}: the control loop under seeded faults, watched by invariants. */
@Command(
    name = "prove",
    description = {
      "Drives the real control loop through eight hours around one event, once a seed, in virtual",
      "time: late, lost and false metrics, wrong forecasts, edits, orders, failing calls, pauses,",
      "kills, two controllers, clocks apart, foreign hands. After every tick invariants are asked.",
      "Exit code 99 when one does not hold; then the smallest reproduction is printed."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff prove --seeds 500",
      "  kickoff prove --seeds 10000 -o json",
      "  kickoff prove --seeds 1 --from 17 --faults metrics-zero@7200+300*437 --until 9000"
    })
public final class ProveCommand implements Runnable {
  private static final int SHRUNK = 5;
  private static final String LOOP = "dev.kickoff.jobs.control";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "500",
      description = "How many seeds (default: 500).")
  private long seeds = 500;

  @Option(
      names = "--from",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The first seed (default: 1).")
  private long from = 1;

  @Option(
      names = "--faults",
      paramLabel = "LIST",
      description = "With --seeds 1: these faults instead of the seed's own, or `none`.")
  private @Nullable String faults;

  @Option(
      names = "--until",
      paramLabel = "SECONDS",
      description = "With --faults: end the run early (default: after eight hours).")
  private int until = Story.SECONDS;

  @Mixin private OutputOption output = new OutputOption();

  private final Parts parts;
  private final Pending pending;

  public ProveCommand() {
    this(Parts.REAL, Invariants.PENDING);
  }

  /** The command for a controller of other parts. */
  ProveCommand(Parts parts, Pending pending) {
    this.parts = parts;
    this.pending = pending;
  }

  @Override
  public void run() {
    if (seeds < 1 || until < 1 || until > Story.SECONDS) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --seeds must be 1 or more, --until within 1.." + Story.SECONDS);
    }
    Level told = LogManager.getLogger(LOOP).getLevel();
    try {
      // Every call and every failure that is simulated would be a line.
      Configurator.setLevel(LOOP, Level.OFF);
      if (faults == null) {
        prove();
      } else {
        reproduce(faults);
      }
    } finally {
      Configurator.setLevel(LOOP, told);
    }
  }

  private void prove() {
    long startedAt = System.nanoTime();
    Proof.Outcome outcome;
    try (Progress progress = Progress.of("seeds", seeds)) {
      outcome = new Proof(parts, pending).of(from, seeds, s -> progress.step(1));
    }
    long elapsed = (System.nanoTime() - startedAt) / 1_000_000;
    ProofReport report = new ProofReport(outcome, pending, elapsed, reproductions(outcome));
    print(output.isJson() ? json(report.tree()) : report.text());
    if (outcome.violations() > 0) {
      throw missed(outcome.violations());
    }
  }

  /** The smallest reproduction of each invariant that did not hold, for the first few of them. */
  private List<Shrinking.Reproduction> reproductions(Proof.Outcome outcome) {
    List<Shrinking.Reproduction> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Proof.SeedFailure failure : outcome.failures()) {
      for (Violation violation : failure.first()) {
        if (found.size() < SHRUNK && seen.add(violation.invariant())) {
          new Shrinking(seedRun(), failure.seed(), violation.invariant())
              .of(failure.faults())
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private SeedRun seedRun() {
    return new SeedRun(parts, Invariants::watching);
  }

  private void reproduce(String list) {
    if (seeds != 1) {
      throw new ExitException(ExitCode.USAGE, "kickoff: --faults needs --seeds 1");
    }
    SeedRun.Outcome outcome = seedRun().of(Story.of(from), parsed(list), until);
    StringBuilder text = new StringBuilder(outcome.log()).append('\n');
    for (Violation violation : outcome.violations()) {
      text.append("VIOLATION: second ").append(violation.second()).append(", ");
      text.append(violation.invariant()).append(": ").append(violation.words()).append('\n');
    }
    print(text.toString());
    if (!outcome.violations().isEmpty()) {
      throw missed(outcome.violations().size());
    }
  }

  private static FaultPlan parsed(String list) {
    if (list.equals("none")) {
      return new FaultPlan(List.of());
    }
    try {
      return new FaultPlan(Arrays.stream(list.split(",", -1)).map(FaultSpan::parse).toList());
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: --faults: " + e.getMessage());
    }
  }

  private static ExitException missed(long violations) {
    return new ExitException(
        ExitCode.QUALITY_GATE_MISSED, "kickoff: " + violations + " violations");
  }

  private static String json(Object tree) {
    try {
      return new ObjectMapper().writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can be written", e);
    }
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
