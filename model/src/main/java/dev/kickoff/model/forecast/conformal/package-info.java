/** Quantiles from the errors that were made in rehearsal: split conformal calibration. */
@NullMarked
package dev.kickoff.model.forecast.conformal;

import org.jspecify.annotations.NullMarked;
