/** The forecast job on a Flink cluster of several processes. */
package dev.kickoff.deploy.cluster;
