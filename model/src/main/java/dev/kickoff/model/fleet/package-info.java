/** The one door through which capacity is read and changed. */
@NullMarked
package dev.kickoff.model.fleet;

import org.jspecify.annotations.NullMarked;
