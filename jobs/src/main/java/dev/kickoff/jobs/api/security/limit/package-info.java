/** How much one caller, or one address, may ask. */
@NullMarked
package dev.kickoff.jobs.api.security.limit;

import org.jspecify.annotations.NullMarked;
