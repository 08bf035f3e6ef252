/** What watches that a host goes on carrying what it was measured to carry. */
@NullMarked
package dev.kickoff.model.lab.profile.guard;

import org.jspecify.annotations.NullMarked;
