/** What a seed tells before anything goes wrong: a group, a service, eight hours, one event. */
@NullMarked
package dev.kickoff.jobs.proof.story;

import org.jspecify.annotations.NullMarked;
