/** Linear algebra and Gaussian processes by Smile: the only package that imports it. */
@NullMarked
package dev.kickoff.model.forecast.smile;

import org.jspecify.annotations.NullMarked;
