/** What the operator's verbs share: the connection, how a change is shown, asked about and made. */
@NullMarked
package dev.kickoff.jobs.cli.operator.connect;

import org.jspecify.annotations.NullMarked;
