/** The highest demand of each day, weeks ahead: what capacity orders are placed by. */
@NullMarked
package dev.kickoff.model.forecast.longrange;

import org.jspecify.annotations.NullMarked;
