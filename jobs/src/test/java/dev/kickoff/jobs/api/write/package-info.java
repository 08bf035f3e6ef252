/** What people change through the API, over real HTTP. */
package dev.kickoff.jobs.api.write;
