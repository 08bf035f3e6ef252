/** What the data say about one setting each, with an interval, or why they cannot tell. */
@NullMarked
package dev.kickoff.model.lab.twin.fit;

import org.jspecify.annotations.NullMarked;
