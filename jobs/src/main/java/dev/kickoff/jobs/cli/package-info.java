/** The command line: one class a command, data on stdout, words for people on stderr. */
@NullMarked
package dev.kickoff.jobs.cli;

import org.jspecify.annotations.NullMarked;
