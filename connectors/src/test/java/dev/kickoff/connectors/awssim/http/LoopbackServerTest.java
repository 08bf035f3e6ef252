package dev.kickoff.connectors.awssim.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackServerTest {
  private static final Instant NOON = Instant.parse("1998-06-10T12:00:00Z");

  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new LoopbackServer(
            0,
            request -> new HttpReply(200, NOON, "r", "<" + request.body() + ">"),
            problem -> new HttpReply(problem.status(), NOON, "r", problem.getMessage()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersOneRequestAfterAnotherOnOneConnection() throws IOException {
    String replies =
        say("POST / HTTP/1.1\nContent-Length: 3\n\noneGET / HTTP/1.1\nConnection: close\n\n");
    assertThat(replies)
        .isEqualTo(
            reply("HTTP/1.1 200 OK", "keep-alive", "<one>")
                + reply("HTTP/1.1 200 OK", "close", "<>"));
  }

  @Test
  void tellsAClientThatWaitsToGoOn() throws IOException {
    assertThat(
            say(
                "POST / HTTP/1.1\nExpect: 100-continue\nContent-Length: 1\n"
                    + "Connection: close\n\nx"))
        .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello\\n | 400 | Malformed request: no HTTP/1 request line",
        "GET / HTTP/1.1\\nno colon\\n\\n | 400 | Malformed request: a header without a name",
        "GET / HTTP/1.1\\nA: b\\n | 400 | Malformed request: the header has no end",
        "POST / HTTP/1.1\\nContent-Length: -1\\n\\n"
            + " | 400 | Malformed request: content length '-1'",
        "POST / HTTP/1.1\\nContent-Length: 9\\n\\nshort"
            + " | 400 | Malformed request: the body ends after 5 of 9 bytes",
        "POST / HTTP/1.1\\nContent-Length: 65537\\n\\n"
            + " | 413 | A request is at most 64 KiB large",
        "POST / HTTP/1.1\\nTransfer-Encoding: chunked\\n\\n"
            + " | 411 | A request must tell its length",
      })
  void whatIsNoRequestIsAnsweredAndEndsTheConnection(String said, int status, String message)
      throws IOException {
    assertThat(say(said.replace("\\n", "\n")))
        .isEqualTo(reply("HTTP/1.1 " + status + " Error", "close", message));
  }

  @Test
  void aLineOrAHeaderWithoutEndIsCutOff() throws IOException {
    assertThat(say("GET /" + "x".repeat(9_000)))
        .endsWith("Malformed request: a line of more than 8192 bytes");
    assertThat(say("GET / HTTP/1.1\n" + "A: b\n".repeat(66)))
        .endsWith("Malformed request: more than 64 headers");
  }

  @Test
  void closingEndsConnectionsThatAreOpen() throws IOException {
    try (Socket waiting = connect()) {
      server.close();
      assertThat(endOf(waiting)).isEmpty();
    }
  }

  private String say(String text) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String endOf(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.uri().getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static String reply(String status, String connection, String body) {
    return """
    %s
    Date: Wed, 10 Jun 1998 12:00:00 GMT
    x-amzn-RequestId: r
    Content-Type: text/xml
    Content-Length: %d
    Connection: %s

    """
            .replace("\n", "\r\n")
            .formatted(status, body.length(), connection)
        + body;
  }
}
