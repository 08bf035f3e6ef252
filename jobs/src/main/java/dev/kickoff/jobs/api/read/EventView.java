package dev.kickoff.jobs.api.read;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kickoff.jobs.api.read.Documents.EventSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event with what is ahead of it.
 *
 * @param phases what it does to demand, in order
 * @param startsInSeconds of engine time; negative once it has begun
 * @param readiness whether capacity is ready for it; empty once it is over
 */
public record EventView(
    @JsonUnwrapped EventSummary event,
    String etag,
    List<PhaseSpan> phases,
    double startsInSeconds,
    Optional<Readiness> readiness) {

  /**
   * A stretch in which an event does one thing to demand.
   *
   * @param name {@code event}, {@code ramp} or {@code holiday}
   */
  public record PhaseSpan(String name, Instant from, Instant until) {}

  /**
   * Whether capacity is ready.
   *
   * @param score the share of the checks that hold, 0..1
   */
  public record Readiness(double score, List<Finding> findings) {
    static Readiness of(List<Finding> findings) {
      long ok = findings.stream().filter(Finding::ok).count();
      return new Readiness(findings.isEmpty() ? 0 : (double) ok / findings.size(), findings);
    }
  }

  /**
   * One check.
   *
   * @param check short and stable, such as {@code plan-covers-it}
   * @param detail one sentence for an operator
   */
  public record Finding(String check, boolean ok, String detail) {}
}
