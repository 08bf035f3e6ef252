/** The forecast API and the server of the console. */
@NullMarked
package dev.kickoff.jobs.api;

import org.jspecify.annotations.NullMarked;
