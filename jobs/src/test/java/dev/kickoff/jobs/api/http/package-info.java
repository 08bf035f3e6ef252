/** The parts of answers, and what holds them to the contract. */
@NullMarked
package dev.kickoff.jobs.api.http;

import org.jspecify.annotations.NullMarked;
