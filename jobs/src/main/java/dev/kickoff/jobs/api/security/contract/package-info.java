/** The contract of the API, read from the file that is published, and what it asks of a caller. */
@NullMarked
package dev.kickoff.jobs.api.security.contract;

import org.jspecify.annotations.NullMarked;
