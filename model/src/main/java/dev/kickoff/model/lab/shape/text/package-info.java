/** The text form of loads, as written on the command line and in configuration. */
@NullMarked
package dev.kickoff.model.lab.shape.text;

import org.jspecify.annotations.NullMarked;
