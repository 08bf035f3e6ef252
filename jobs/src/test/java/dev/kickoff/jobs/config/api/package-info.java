/** Tests of what the API's file says. */
@NullMarked
package dev.kickoff.jobs.config.api;

import org.jspecify.annotations.NullMarked;
