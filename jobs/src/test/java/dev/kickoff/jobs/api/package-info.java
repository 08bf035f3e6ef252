/** The API over real HTTP. */
package dev.kickoff.jobs.api;
