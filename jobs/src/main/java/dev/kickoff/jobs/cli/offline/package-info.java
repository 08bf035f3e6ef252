/** The commands that read files and write files about forecasts, without the engine. */
@NullMarked
package dev.kickoff.jobs.cli.offline;

import org.jspecify.annotations.NullMarked;
