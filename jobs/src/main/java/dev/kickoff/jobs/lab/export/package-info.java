/** A policy that was found in the lab as code for AWS, and against what a group has now. */
@NullMarked
package dev.kickoff.jobs.lab.export;

import org.jspecify.annotations.NullMarked;
