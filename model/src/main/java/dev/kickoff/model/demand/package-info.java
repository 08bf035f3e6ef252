/** Offered work: samples as they arrive, minutes as they settle, and even series for the models. */
@NullMarked
package dev.kickoff.model.demand;

import org.jspecify.annotations.NullMarked;
