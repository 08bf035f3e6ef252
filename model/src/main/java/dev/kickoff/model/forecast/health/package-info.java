/** How well the forecasts that were issued held, while the engine runs. */
@NullMarked
package dev.kickoff.model.forecast.health;

import org.jspecify.annotations.NullMarked;
