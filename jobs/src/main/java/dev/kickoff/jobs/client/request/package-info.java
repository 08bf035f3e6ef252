/** What the API is asked for, as values that are written into a request's body. */
@NullMarked
package dev.kickoff.jobs.client.request;

import org.jspecify.annotations.NullMarked;
