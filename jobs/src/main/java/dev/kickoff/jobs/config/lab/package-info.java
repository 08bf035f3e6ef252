/** The file that describes what the capacity lab tries: a load, a group, policies, a search. */
@NullMarked
package dev.kickoff.jobs.config.lab;

import org.jspecify.annotations.NullMarked;
