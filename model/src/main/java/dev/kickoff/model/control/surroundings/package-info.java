/** What a tick sees beside demand, plan, calendar and group. */
@NullMarked
package dev.kickoff.model.control.surroundings;

import org.jspecify.annotations.NullMarked;
