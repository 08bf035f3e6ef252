/** The commands of the capacity lab: profiles, shapes, simulations, searches, comparisons. */
@NullMarked
package dev.kickoff.jobs.cli.lab;

import org.jspecify.annotations.NullMarked;
