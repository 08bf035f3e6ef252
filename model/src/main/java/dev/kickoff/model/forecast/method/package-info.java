/** Forecasting methods: a shape, what recent demand lies above it, and conformal quantiles. */
@NullMarked
package dev.kickoff.model.forecast.method;

import org.jspecify.annotations.NullMarked;
