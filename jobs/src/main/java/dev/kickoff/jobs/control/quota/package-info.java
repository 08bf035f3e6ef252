/** How many hosts the owner of a fleet allows its account, as the control loop sees it. */
@NullMarked
package dev.kickoff.jobs.control.quota;

import org.jspecify.annotations.NullMarked;
