/** What commands have in common: the options that name input, exit codes, and progress. */
@NullMarked
package dev.kickoff.jobs.cli.option;

import org.jspecify.annotations.NullMarked;
