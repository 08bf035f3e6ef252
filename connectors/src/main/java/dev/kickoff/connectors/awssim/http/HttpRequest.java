package dev.kickoff.connectors.awssim.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came over the wire.
 *
 * @param headers by name in lower case
 */
public record HttpRequest(String method, Map<String, String> headers, String body) {
  private static final int LARGEST_BODY_BYTES = 64 * 1024;
  private static final int LONGEST_LINE_BYTES = 8 * 1024;
  private static final int MOST_HEADERS = 64;

  /**
   * Reads the next request of a connection; empty when the other side has closed it.
   *
   * @param out where it is told to go on, if it waits for that
   * @throws HttpProblem when what came is no request, or too large a one
   */
  static Optional<HttpRequest> read(InputStream in, OutputStream out) throws IOException {
    Optional<String> first = readLine(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.get().split(" ");
    if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
      throw malformed("no HTTP/1 request line");
    }
    Map<String, String> headers = readHeaders(in);
    if (headers.containsKey("transfer-encoding")) {
      throw new HttpProblem(411, "A request must tell its length");
    }
    int length = length(headers.getOrDefault("content-length", "0"));
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw malformed("the body ends after " + body.length + " of " + length + " bytes");
    }
    return Optional.of(
        new HttpRequest(words[0], headers, new String(body, StandardCharsets.UTF_8)));
  }

  private static Map<String, String> readHeaders(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (int i = 0; i <= MOST_HEADERS; i++) {
      String line = readLine(in).orElseThrow(() -> malformed("the header has no end"));
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw malformed("a header without a name");
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw malformed("more than " + MOST_HEADERS + " headers");
  }

  private static int length(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw malformed("content length '" + text + "'");
    }
    int length = Integer.parseInt(text);
    if (length > LARGEST_BODY_BYTES) {
      throw new HttpProblem(413, "A request is at most 64 KiB large");
    }
    return length;
  }

  private static Optional<String> readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return Optional.of(line.toString());
      }
      if (c != '\r') {
        line.append((char) c);
      }
      if (line.length() > LONGEST_LINE_BYTES) {
        throw malformed("a line of more than " + LONGEST_LINE_BYTES + " bytes");
      }
    }
    return Optional.empty();
  }

  private static HttpProblem malformed(String what) {
    return new HttpProblem(400, "Malformed request: " + what);
  }
}
