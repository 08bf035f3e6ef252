/** Which settings of a policy are best, and how sure that is. */
@NullMarked
package dev.kickoff.model.lab.tune;

import org.jspecify.annotations.NullMarked;
