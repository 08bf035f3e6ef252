/** What people change through the API: orders, freezes and events, each a record in a topic. */
@NullMarked
package dev.kickoff.jobs.api.write;

import org.jspecify.annotations.NullMarked;
