/** Tests of the client, against a server that answers as the contract says. */
package dev.kickoff.jobs.client;
