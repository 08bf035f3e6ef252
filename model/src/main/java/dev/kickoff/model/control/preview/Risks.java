package dev.kickoff.model.control.preview;

import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.guardrail.bound.Freeze;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import dev.kickoff.model.control.preview.Effect.Risk;
import dev.kickoff.model.control.preview.Effect.Risk.Level;
import dev.kickoff.model.control.preview.Effect.Sizes;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.util.Optional;

/** What could go wrong under a change; the worst of it counts. */
final class Risks {
  private static final double MUCH = 1.5;

  private Risks() {}

  static Risk of(Situation under, Sizes sizes, Ahead ahead) {
    return tooFew(under, sizes)
        .or(() -> greatLack(ahead))
        .or(() -> standstill(under))
        .or(() -> lack(ahead))
        .or(() -> blind(under))
        .or(() -> idle(sizes))
        .orElse(new Risk(Level.NONE, "what is measured and what is planned stay served"));
  }

  /** Less than measured demand keeps busy at the knee; hosts above the floor may still be there. */
  private static Optional<Risk> tooFew(Situation under, Sizes sizes) {
    int needed = Measured.hostsAtTheKnee(under, Measured.MINUTES).orElse(0);
    if (sizes.floorThen() >= needed) {
      return Optional.empty();
    }
    String few =
        "demand measured now needs %d hosts, the floor is %d".formatted(needed, sizes.floorThen());
    boolean alone = under.settings().release() == ReleaseMode.DESIRED;
    boolean lowered = sizes.floorThen() < sizes.floorNow();
    return Optional.of(
        new Risk(
            alone || lowered ? Level.DANGER : Level.CAUTION,
            alone ? few : few + "; only the group's own policy brings the rest"));
  }

  private static Optional<Risk> greatLack(Ahead ahead) {
    return ahead
        .greatestLack()
        .filter(lack -> lack.wanted() >= MUCH * lack.allowed())
        .map(lack -> new Risk(Level.DANGER, words(lack)));
  }

  private static Optional<Risk> lack(Ahead ahead) {
    return ahead.greatestLack().map(lack -> new Risk(Level.CAUTION, words(lack)));
  }

  private static String words(Ahead.Lack lack) {
    return "at %s the plan wants %d hosts and %d are allowed"
        .formatted(lack.at(), lack.wanted(), lack.allowed());
  }

  /** While nothing moves, nobody answers for what comes. */
  private static Optional<Risk> standstill(Situation under) {
    Optional<OperatorOverride> freeze = Freeze.inForce(under);
    if (freeze.isPresent()) {
      boolean all = freeze.get().kind() == Kind.FREEZE_EVERYTHING;
      return caution(
          all
              ? "nothing follows demand until %s, and the fleet's own schedule is suspended"
                  .formatted(freeze.get().until())
              : "nothing follows demand until %s but what stands in the fleet's own schedule"
                  .formatted(freeze.get().until()));
    }
    return under
        .surroundings()
        .overrides()
        .strictest(Kind.FORECAST_ONLY, under.settings().group(), under.now())
        .flatMap(
            order ->
                caution(
                    "nothing follows demand until %s but what stands in the fleet's own schedule"
                        .formatted(order.until())));
  }

  private static Optional<Risk> blind(Situation under) {
    return under.fleet().isEmpty()
        ? caution("the group could not be read, so this is what its last decision left")
        : under.plan().isEmpty()
            ? caution("no plan is known, so only orders count")
            : Optional.empty();
  }

  private static Optional<Risk> idle(Sizes sizes) {
    boolean dear =
        sizes.floorThen() > sizes.floorNow() && sizes.floorThen() > MUCH * sizes.wantedThen();
    return dear
        ? caution(
            "%d hosts stand where the plan wants %d"
                .formatted(sizes.floorThen(), sizes.wantedThen()))
        : Optional.empty();
  }

  private static Optional<Risk> caution(String sentence) {
    return Optional.of(new Risk(Level.CAUTION, sentence));
  }
}
