/** What every answer of the API is made of: JSON, problems, query parameters. */
@NullMarked
package dev.kickoff.jobs.api.http;

import org.jspecify.annotations.NullMarked;
