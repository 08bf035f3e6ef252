package dev.kickoff.connectors.awssim.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One reply as it goes over the wire.
 *
 * @param at what its Date header tells, to the second
 * @param xml its body; JSON where that is spoken
 */
public record HttpReply(int status, Instant at, String requestId, String xml) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** Writes it in one piece; header and body apart would each wait for an acknowledgement. */
  void write(OutputStream out, boolean keepAlive) throws IOException {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    String header =
        """
        HTTP/1.1 %d %s\r
        Date: %s\r
        x-amzn-RequestId: %s\r
        Content-Type: text/xml\r
        Content-Length: %d\r
        Connection: %s\r
        \r
        """
            .formatted(
                status,
                status == 200 ? "OK" : "Error",
                DATE.format(at),
                requestId,
                body.length,
                keepAlive ? "keep-alive" : "close");
    byte[] head = header.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    out.write(whole);
    out.flush();
  }
}
