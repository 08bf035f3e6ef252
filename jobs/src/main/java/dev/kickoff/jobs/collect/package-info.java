/** The program that polls what pushes nothing, and writes it into the topics. */
@NullMarked
package dev.kickoff.jobs.collect;

import org.jspecify.annotations.NullMarked;
