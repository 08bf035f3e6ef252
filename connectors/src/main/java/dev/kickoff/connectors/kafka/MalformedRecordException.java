package dev.kickoff.connectors.kafka;

/** A record that does not follow its topic's schema; the message says what is wrong and where. */
public final class MalformedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedRecordException(String message) {
    super(message);
  }

  public MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
