/** The lab's group: one load, one host's curve, one scaling rule, played step by step. */
@NullMarked
package dev.kickoff.model.lab.sim;

import org.jspecify.annotations.NullMarked;
