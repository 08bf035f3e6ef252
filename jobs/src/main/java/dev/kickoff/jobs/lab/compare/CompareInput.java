package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.variant.Variant;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Trial;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.tune.Uncertainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared, and under what.
 *
 * @param variants the base first, at least two
 * @param days to be replayed; none where the lab file's own load is played
 * @param draws of each pair's circumstances: of a day, or in all
 * @param seed of the draws and of the intervals
 */
public record CompareInput(
    LabSettings lab,
    List<Variant> variants,
    Hypothesis hypothesis,
    List<ReplayedDay> days,
    int draws,
    long seed) {
  private static final long OTHER = 100_003;

  public CompareInput {
    variants = List.copyOf(variants);
    days = List.copyOf(days);
  }

  Trial.Unit unit() {
    return days.isEmpty() ? Trial.Unit.DRAW : Trial.Unit.DAY;
  }

  /** How many pairs there are to play. */
  public int size() {
    return days.isEmpty() ? draws : days.size();
  }

  /** The pairs in their order. */
  List<PlayedPair> pairs() {
    List<PlayedPair> pairs = new ArrayList<>();
    if (days.isEmpty()) {
      int number = 1;
      for (Draw draw : drawn(lab.load().span(), seed)) {
        pairs.add(new PlayedPair("draw " + number++, lab.load(), List.of(draw), false));
      }
    }
    for (ReplayedDay day : days) {
      List<Draw> draws = drawn(day.load().span(), seed * OTHER + day.date().toEpochDay());
      pairs.add(new PlayedPair(day.date().toString(), day.load(), draws, true));
    }
    return pairs;
  }

  /**
   * So many draws: each of the cases of phase and boot in its turn, each with a draw of the rest
   * that no other has, so that draws are independent, also those of different days.
   */
  private List<Draw> drawn(Duration span, long from) {
    Uncertainty given = lab.uncertainty();
    List<Draw> all =
        new Uncertainty(given.phases(), given.boots(), draws, given.errors(), from)
            .draws(lab.expected(), span);
    int cases = given.phases().size() * given.boots().size();
    List<Draw> chosen = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      chosen.add(all.get(i % cases * draws + i));
    }
    return chosen;
  }
}
