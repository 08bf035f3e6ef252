/** The door of the API: who may pass, from where, how often, and with how much. */
@NullMarked
package dev.kickoff.jobs.api.security.access;

import org.jspecify.annotations.NullMarked;
