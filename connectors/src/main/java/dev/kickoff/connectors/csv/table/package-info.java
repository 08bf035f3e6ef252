/** CSV files as tables: a header, and rows that know their place. */
@NullMarked
package dev.kickoff.connectors.csv.table;

import org.jspecify.annotations.NullMarked;
