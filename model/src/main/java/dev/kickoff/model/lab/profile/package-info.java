/** What a load test tells of one host: its processor over requests, its knee, what it carries. */
@NullMarked
package dev.kickoff.model.lab.profile;

import org.jspecify.annotations.NullMarked;
