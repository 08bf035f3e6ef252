/** What really happened in a group: launches and metrics, on the steps of a simulated run. */
@NullMarked
package dev.kickoff.model.lab.twin.reality;

import org.jspecify.annotations.NullMarked;
