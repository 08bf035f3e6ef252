/** What the commands of the capacity lab share: tables of runs, charts of them, partial results. */
@NullMarked
package dev.kickoff.jobs.lab;

import org.jspecify.annotations.NullMarked;
