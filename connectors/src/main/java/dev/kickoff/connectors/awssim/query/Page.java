package dev.kickoff.connectors.awssim.query;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param nextToken asks for the page after this one; empty on the last
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {
  public static final String MAX_RECORDS = "MaxRecords";
  public static final String NEXT_TOKEN = "NextToken";
  private static final int USUAL = 50;
  private static final int LARGEST = 100;

  /** The page of {@code all} that a request asks for. */
  public static <T> Page<T> of(List<T> all, QueryRequest request) {
    int size = request.number(MAX_RECORDS).orElse(USUAL);
    if (size < 1 || size > LARGEST) {
      throw QueryError.validation(
          "MaxRecords " + size + " must be between 1 and " + LARGEST + ", inclusive");
    }
    int from = request.text(NEXT_TOKEN).map(Page::start).orElse(0);
    if (from > all.size()) {
      throw invalid(String.valueOf(from));
    }
    int until = Math.min(all.size(), from + size);
    Optional<String> next =
        until < all.size() ? Optional.of(Integer.toString(until)) : Optional.empty();
    return new Page<>(all.subList(from, until), next);
  }

  private static int start(String token) {
    if (!token.matches("\\d{1,9}")) {
      throw invalid(token);
    }
    return Integer.parseInt(token);
  }

  private static QueryError invalid(String token) {
    return new QueryError(400, "InvalidNextToken", "The token '" + token + "' is not valid.");
  }
}
