@NullMarked
package dev.kickoff.jobs.api.security.jwt;

import org.jspecify.annotations.NullMarked;
