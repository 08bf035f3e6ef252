/** Tests of hindsight. */
package dev.kickoff.model.simulation.hindsight;
