/** One run: the controllers in it, what they are fed, and who interferes. */
@NullMarked
package dev.kickoff.jobs.proof.run;

import org.jspecify.annotations.NullMarked;
