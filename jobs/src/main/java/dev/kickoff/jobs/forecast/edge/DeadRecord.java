package dev.kickoff.jobs.forecast.edge;

/**
 * A record that is put aside.
 *
 * @param reason one line: what is wrong, and what would be right
 */
public record DeadRecord(String reason, Origin origin) {}
