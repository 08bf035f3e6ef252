/** Tests of the operator's verbs, against a server that holds requests against the contract. */
package dev.kickoff.jobs.cli.operator;
