/** The past in a local file: a view that can be deleted and is rebuilt from the topics. */
@NullMarked
package dev.kickoff.connectors.sqlite;

import org.jspecify.annotations.NullMarked;
