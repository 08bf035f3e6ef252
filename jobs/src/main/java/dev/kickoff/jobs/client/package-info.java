/** A typed client of the API: what the command line uses, and programs of others may. */
@NullMarked
package dev.kickoff.jobs.client;

import org.jspecify.annotations.NullMarked;
