@NullMarked
package dev.kickoff.jobs.api.audit;

import org.jspecify.annotations.NullMarked;
