package dev.kickoff.jobs.api.review;

import dev.kickoff.model.review.Review;

/** Whoever carries out what was approved, for one kind of review. */
public interface Submission {

  /**
   * The review as it would be asked now.
   *
   * @return the same when nothing that matters has changed since
   * @throws dev.kickoff.jobs.api.http.Refusal when there is nothing left to approve
   */
  Review restated(Review review);

  /**
   * Does it, once more where that was done before and not noted.
   *
   * @param minutes how long an approval of a move holds, in engine time
   */
  void submit(Review approved, int minutes);
}
