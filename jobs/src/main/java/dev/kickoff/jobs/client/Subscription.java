package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.request.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live stream of changes: each call waits for the next message.
 *
 * <p>When the connection breaks it is made again, and the stream goes on after the message that was
 * read last. Not for several threads; only {@link #close} may be called from another one, and ends
 * the waiting.
 */
public final class Subscription implements AutoCloseable {
  private static final long PAUSE_MILLIS = 1000;
  private static final int BROKEN_IN_A_ROW = 5;

  /**
   * A message.
   *
   * @param id where to go on after it; empty where the server gives none
   * @param topic such as {@code clock}, whose data is the status, or {@code reset}: what was read
   *     before is out of date
   * @param data JSON
   */
  public record Message(Optional<String> id, String topic, JsonNode data) {}

  private final Transport transport;
  private Optional<String> lastId;
  private volatile @Nullable BufferedReader stream;
  private volatile boolean closed;

  Subscription(Transport transport, Optional<String> after) {
    this.transport = transport;
    this.lastId = after;
  }

  /**
   * Waits for the next message.
   *
   * @return empty once the subscription is closed
   * @throws ApiException when the server refuses, or cannot be reached again and again
   */
  public Optional<Message> next() {
    for (int broken = 0; !closed; broken++) {
      try {
        BufferedReader open = stream;
        if (open == null) {
          open = connected();
          stream = open;
        }
        Optional<Message> message = read(open);
        if (message.isPresent()) {
          lastId = message.get().id().or(() -> lastId);
          return message;
        }
      } catch (IOException e) {
        if (!closed && broken >= BROKEN_IN_A_ROW) {
          throw ApiException.unreachable("the stream broke " + broken + " times: " + e);
        }
      }
      drop();
      if (!closed) {
        Transport.pause(PAUSE_MILLIS);
      }
    }
    return Optional.empty();
  }

  private BufferedReader connected() {
    Call call =
        Call.get("/v1/stream", Filter.none()).with(Map.entry("Accept", "text/event-stream"));
    Call resumed = lastId.isEmpty() ? call : call.with(Map.entry("Last-Event-ID", lastId.get()));
    return new BufferedReader(
        new InputStreamReader(transport.open(resumed), StandardCharsets.UTF_8));
  }

  /** A message, as the standard of server-sent events has it; empty at the end of the stream. */
  private static Optional<Message> read(BufferedReader lines) throws IOException {
    Optional<String> id = Optional.empty();
    String topic = "message";
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      if (line.isEmpty() && data.length() > 0) {
        return Optional.of(new Message(id, topic, Transport.JSON.readTree(data.toString())));
      } else if (field.equals("id")) {
        id = Optional.of(value);
      } else if (field.equals("event")) {
        topic = value;
      } else if (field.equals("data")) {
        data.append(data.length() > 0 ? "\n" : "").append(value);
      }
    }
    return Optional.empty();
  }

  private void drop() {
    BufferedReader open = stream;
    stream = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is given up in any case; whatever comes next is read from a new connection.
        stream = null;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    drop();
  }
}
