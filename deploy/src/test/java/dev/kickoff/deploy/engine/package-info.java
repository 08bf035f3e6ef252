/** The whole engine, as its user runs it. */
package dev.kickoff.deploy.engine;
