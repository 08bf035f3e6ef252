/** What the pages that people read are made of: HTML and SVG without anything from elsewhere. */
@NullMarked
package dev.kickoff.jobs.offline.page;

import org.jspecify.annotations.NullMarked;
