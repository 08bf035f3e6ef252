package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.shape.ShapeLearner;
import java.time.Duration;

/**
 * What a {@link ShapedForecaster} is made of.
 *
 * @param learner learns the shape
 * @param rule weighs what recent demand lies above it
 * @param need the history it takes, from the first known step to the cutoff; half of it must be
 *     known
 */
record Recipe(ShapeLearner learner, LevelRule rule, Duration need) {}
