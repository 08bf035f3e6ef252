/** An Auto Scaling group and its own reactive policy, in virtual time. */
@NullMarked
package dev.kickoff.model.simulation.group;

import org.jspecify.annotations.NullMarked;
