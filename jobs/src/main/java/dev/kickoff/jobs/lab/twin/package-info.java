/** The calibration of a group's twin: its input, its page, its JSON and the lab file it leaves. */
@NullMarked
package dev.kickoff.jobs.lab.twin;

import org.jspecify.annotations.NullMarked;
