/** The control loop: reads what is known, decides, records, and only then changes the fleet. */
@NullMarked
package dev.kickoff.jobs.control;

import org.jspecify.annotations.NullMarked;
