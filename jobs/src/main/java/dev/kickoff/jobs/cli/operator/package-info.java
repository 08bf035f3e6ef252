/** The verbs of an operator, over the API: what is going on, why, and how to stop it. */
@NullMarked
package dev.kickoff.jobs.cli.operator;

import org.jspecify.annotations.NullMarked;
