package dev.kickoff.model.forecast.method;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.contest.Entrant;
import dev.kickoff.model.forecast.contest.LevelRule;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link ShapedForecaster} is made of.
 *
 * @param learners learn the shapes
 * @param entrants compete; the first leads, and is the one that a booster corrects
 * @param boosted whether a booster takes part
 * @param need the history it takes, from the first known step to the cutoff; half of it must be
 *     known
 */
record Recipe(List<ShapeLearner> learners, List<Entrant> entrants, boolean boosted, Duration need) {

  /** The entrant that knows no events; it competes only where there are some. */
  static final String STRUCTURAL = "structural";

  /** One method alone, with so many days of history. */
  static Recipe alone(String name, ShapeLearner learner, LevelRule rule, int days) {
    List<Entrant> only = List.of(new Entrant(name, 0, rule));
    return new Recipe(List.of(learner), only, false, Duration.ofDays(days));
  }

  /** Without the last learner where it would learn the same as the first. */
  Recipe suiting(EventCalendar calendar) {
    Entrant last = entrants.get(entrants.size() - 1);
    boolean same = calendar.events().isEmpty() && last.name().equals(STRUCTURAL);
    return same && entrants.size() > 1
        ? new Recipe(
            learners.subList(0, learners.size() - 1),
            entrants.subList(0, entrants.size() - 1),
            boosted,
            need)
        : this;
  }
}
