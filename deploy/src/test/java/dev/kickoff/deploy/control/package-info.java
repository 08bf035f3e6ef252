/** The controller as a program, killed and started again. */
@NullMarked
package dev.kickoff.deploy.control;

import org.jspecify.annotations.NullMarked;
