/** What {@code kickoff shape} makes of a load: CSV, files for Locust and k6, a page, and JSON. */
@NullMarked
package dev.kickoff.jobs.lab.shape;

import org.jspecify.annotations.NullMarked;
