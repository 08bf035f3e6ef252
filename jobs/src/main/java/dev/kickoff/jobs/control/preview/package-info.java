/** What a change would do, asked before it is made; needs the topics only, not the controller. */
@NullMarked
package dev.kickoff.jobs.control.preview;

import org.jspecify.annotations.NullMarked;
