/** What really happened in a group: scaling activities and its metrics, in files. */
@NullMarked
package dev.kickoff.connectors.csv.activity;

import org.jspecify.annotations.NullMarked;
