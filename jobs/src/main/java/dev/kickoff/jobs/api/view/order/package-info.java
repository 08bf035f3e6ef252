/** What people ordered, as a view shows it: every order with its versions and their wall times. */
@NullMarked
package dev.kickoff.jobs.api.view.order;

import org.jspecify.annotations.NullMarked;
