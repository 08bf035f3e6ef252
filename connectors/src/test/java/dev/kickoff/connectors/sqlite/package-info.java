/** Tests of the kept past. */
package dev.kickoff.connectors.sqlite;
