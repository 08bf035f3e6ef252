/** The console in a real browser. */
package dev.kickoff.deploy.console;
