/** What the API takes and answers, as values: requests as records, answers with what they hold. */
@NullMarked
package dev.kickoff.jobs.client.document;

import org.jspecify.annotations.NullMarked;
