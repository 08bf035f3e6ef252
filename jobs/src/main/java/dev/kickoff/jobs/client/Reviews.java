package dev.kickoff.jobs.client;

import dev.kickoff.jobs.client.document.Review;
import dev.kickoff.jobs.client.request.Answer;
import dev.kickoff.jobs.client.request.Filter;

/** Changes that wait for a person. Every method throws {@link ApiException}. */
public final class Reviews {
  private static final String PATH = "/v1/reviews";

  private final Transport transport;

  Reviews(Transport transport) {
    this.transport = transport;
  }

  /** Those of a status, or all; the filter is status. */
  public Pages<Review> list(Filter filter) {
    return new Pages<>(transport, PATH, filter, Review::of);
  }

  /** One of them. */
  public Review get(String id) {
    return transport.send(Call.get(path(id), Filter.none())).as(Review::of);
  }

  /** Approves what the answer's digest names; never what the same person asked for. */
  public Review approve(String id, Answer answer) {
    return answered(id, "/approve", answer);
  }

  /** Discards what the answer's digest names. */
  public Review reject(String id, Answer answer) {
    return answered(id, "/reject", answer);
  }

  private Review answered(String id, String verb, Answer answer) {
    Call call = Call.write("POST", path(id) + verb, Filter.none()).with(answer.body());
    return transport.send(call).as(Review::of);
  }

  private static String path(String id) {
    return PATH + "/" + Call.part(id);
  }
}
