package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer of the API: what people use of it as values, and the whole of it as it was sent. */
public interface Document {
  /** The whole answer; it may hold fields that these types do not name. */
  JsonNode json();
}
