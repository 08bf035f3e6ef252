/**
 * What a backtest leaves for people and programs to read: rows, scores, the report, event pages.
 */
@NullMarked
package dev.kickoff.jobs.offline.backtest.report;

import org.jspecify.annotations.NullMarked;
