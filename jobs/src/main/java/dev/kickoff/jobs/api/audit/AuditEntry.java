package dev.kickoff.jobs.api.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One request that changed something, or was denied.
 *
 * @param writer the process that wrote it; each start is another
 * @param sequence its place in the chain of that writer, from 1
 * @param previous SHA-256, in hex, of the entry before; of the first, that of the newest entry that
 *     any writer had written, empty when there was none
 * @param act what was asked for and what became of it
 * @param omitted denials since the entry before that were too many to be recorded one by one
 */
public record AuditEntry(String writer, long sequence, String previous, Act act, long omitted) {

  /**
   * What was asked for and what became of it.
   *
   * @param wallTime when it was answered
   * @param engineTime the same in engine time
   * @param actor who asked, as the token says; the address of those without one
   * @param action the operation's name in the contract
   * @param target the path, decoded
   * @param outcome done, denied (4xx) or failed (5xx)
   * @param request what was said
   */
  public record Act(
      Instant wallTime,
      Instant engineTime,
      String actor,
      String action,
      String target,
      Outcome outcome,
      Request request) {}

  /**
   * What became of a request.
   *
   * @param status of the answer
   * @param detail why it was denied or failed; empty when it was done
   */
  public record Outcome(Result result, int status, Optional<String> detail) {}

  /** What became of a request, in a word. */
  public enum Result {
    DONE,
    DENIED,
    FAILED
  }

  /**
   * What was said.
   *
   * @param group which it is about; empty for all, or where it names none
   * @param reason the one that was given
   * @param digest SHA-256, in hex, over method, path, query and body
   * @param address where it came from
   */
  public record Request(
      Optional<String> group, Optional<String> reason, String digest, String address) {}
}
