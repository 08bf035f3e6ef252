/** Documents in Markdown, and the parts of them that programs write. */
@NullMarked
package dev.kickoff.jobs.offline.page.markdown;

import org.jspecify.annotations.NullMarked;
