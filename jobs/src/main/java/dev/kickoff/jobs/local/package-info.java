/** Local mode: the whole engine in one JVM, on one clock. */
@NullMarked
package dev.kickoff.jobs.local;

import org.jspecify.annotations.NullMarked;
