package dev.kickoff.jobs.api.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The newest messages by number, for listeners that come back; bounded. Not thread-safe.
 *
 * <p>Ids are {@code RUN-NUMBER}: those of another run of the server resume nothing.
 */
final class MessageRing {
  private static final int MOST_MESSAGES = 1_000;
  private static final int MOST_BYTES = 4 << 20;

  private record Message(long number, byte[] bytes) {}

  private final String run;
  private final Deque<Message> kept = new ArrayDeque<>();
  private long number;
  private long forgotten;
  private long bytes;

  MessageRing(String run) {
    this.run = run;
  }

  /** The bytes of a message with the next number. */
  byte[] message(String topic, String data) {
    number++;
    String text = "id: " + run + "-" + number + "\nevent: " + topic + "\ndata: " + data + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A message as {@link #message}, which is kept. */
  byte[] keep(String topic, String data) {
    byte[] message = message(topic, data);
    kept.add(new Message(number, message));
    bytes += message.length;
    while (kept.size() > MOST_MESSAGES || bytes > MOST_BYTES) {
      Message oldest = kept.remove();
      bytes -= oldest.bytes().length;
      forgotten = oldest.number();
    }
    return message;
  }

  /** Forgets everything so far: something was missed. */
  void forget() {
    kept.clear();
    bytes = 0;
    forgotten = number;
  }

  /** What was kept after a message; empty when not all of it is. */
  Optional<List<byte[]>> since(String lastId) {
    int dash = lastId.lastIndexOf('-');
    if (dash < 0
        || !lastId.substring(0, dash).equals(run)
        || !lastId.substring(dash + 1).matches("\\d{1,18}")) {
      return Optional.empty();
    }
    long last = Long.parseLong(lastId.substring(dash + 1));
    if (last < forgotten || last > number) {
      return Optional.empty();
    }
    List<byte[]> missed = new ArrayList<>();
    for (Message message : kept) {
      if (message.number() > last) {
        missed.add(message.bytes());
      }
    }
    return Optional.of(missed);
  }
}
