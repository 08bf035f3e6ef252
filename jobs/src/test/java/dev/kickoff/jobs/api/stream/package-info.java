/** Tests of the live stream's parts. */
package dev.kickoff.jobs.api.stream;
