/** A server that answers the contract from memory, for states of the console that are rare. */
package dev.kickoff.deploy.console.fake;
