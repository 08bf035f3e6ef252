@NullMarked
package dev.kickoff.jobs.api.security.session;

import org.jspecify.annotations.NullMarked;
