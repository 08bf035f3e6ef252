/** What all connectors share: places in a file, problems, and what was read in spite of them. */
@NullMarked
package dev.kickoff.connectors;

import org.jspecify.annotations.NullMarked;
