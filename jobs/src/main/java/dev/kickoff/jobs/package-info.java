/** The programs of Kickoff, and the one place where their objects are wired. */
@NullMarked
package dev.kickoff.jobs;

import org.jspecify.annotations.NullMarked;
