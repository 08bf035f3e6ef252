/** Load on a running forecast API, measured from outside. */
@NullMarked
package dev.kickoff.bench.load;

import org.jspecify.annotations.NullMarked;
