/** Tests of how a change is asked about and shown. */
package dev.kickoff.jobs.cli.operator.connect;
