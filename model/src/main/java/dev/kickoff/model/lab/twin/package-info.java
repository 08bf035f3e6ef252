/** The twin of a group: the lab's settings held against what really happened, and put right. */
@NullMarked
package dev.kickoff.model.lab.twin;

import org.jspecify.annotations.NullMarked;
