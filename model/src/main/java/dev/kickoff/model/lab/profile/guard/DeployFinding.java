package dev.kickoff.model.lab.profile.guard;

import dev.kickoff.model.lab.profile.Estimate;
import java.util.Locale;

/**
 * What became of the requests per minute that a host carries.
 *
 * @param before requests per minute earlier
 * @param after requests per minute now
 * @param cpu the processor share at which both are told, in percent, where it is one; what each was
 *     measured at may differ
 * @param verdict whether they differ by more than both are uncertain
 */
public record DeployFinding(Estimate before, Estimate after, double cpu, Verdict verdict) {
  /** What is concluded. */
  public enum Verdict {
    FELL,
    ROSE,
    UNCHANGED
  }

  static DeployFinding of(Estimate before, Estimate after, double cpu) {
    double change = after.value() - before.value();
    double fallen = Math.hypot(before.value() - before.low(), after.high() - after.value());
    double risen = Math.hypot(before.high() - before.value(), after.value() - after.low());
    Verdict verdict =
        -change > fallen ? Verdict.FELL : change > risen ? Verdict.ROSE : Verdict.UNCHANGED;
    return new DeployFinding(before, after, cpu, verdict);
  }

  /** Change as a share of what it was. */
  public double change() {
    return after.value() / before.value() - 1;
  }

  /** The same in words. */
  public String words() {
    String what =
        switch (verdict) {
          case FELL -> "A host carries less than before";
          case ROSE -> "A host carries more than before";
          case UNCHANGED -> "A host carries what it carried, as far as both tests can tell";
        };
    return String.format(
        Locale.ROOT,
        "%s: %,.0f requests per minute (%,.0f to %,.0f) after %,.0f (%,.0f to %,.0f), %+.1f %%, at about"
            + " %.0f %% of processor.",
        what,
        after.value(),
        after.low(),
        after.high(),
        before.value(),
        before.low(),
        before.high(),
        100 * change(),
        cpu);
  }
}
