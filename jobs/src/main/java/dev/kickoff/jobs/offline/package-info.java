/** Commands that read files and write files: backtests and replays. */
@NullMarked
package dev.kickoff.jobs.offline;

import org.jspecify.annotations.NullMarked;
