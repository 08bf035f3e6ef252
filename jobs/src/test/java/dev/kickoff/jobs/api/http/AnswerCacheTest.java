package dev.kickoff.jobs.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private final AtomicLong moment = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final AnswerCache cache = new AnswerCache(moment::get);
  private final Javalin app = Javalin.create(config -> config.showJavalinBanner = false);

  @BeforeEach
  void serve() {
    cache.addTo(app);
    for (String path : new String[] {"/v1/status", "/v1/session"}) {
      app.get(path, ctx -> ApiJson.answer(ctx, asked.incrementAndGet()));
    }
    app.get("/v1/faulty", ctx -> new Refusal(404, "" + asked.incrementAndGet()).answer(ctx));
    app.post("/v1/status", ctx -> ctx.status(204));
    app.start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    app.stop();
  }

  private String get(String path) throws Exception {
    return send("GET", path);
  }

  private String send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return answer.body();
  }

  @Test
  void anAnswerIsGivenAgainUntilTimePassesOrSomethingChanges() throws Exception {
    assertThat(get("/v1/status")).isEqualTo("1");
    assertThat(get("/v1/status")).isEqualTo("1");
    moment.incrementAndGet();
    assertThat(get("/v1/status")).isEqualTo("2");
    cache.changed();
    assertThat(get("/v1/status")).isEqualTo("3");
  }

  @Test
  void anotherQuestionIsAnsweredForItself() throws Exception {
    assertThat(get("/v1/status?a=1")).isEqualTo("1");
    assertThat(get("/v1/status?a=2")).isEqualTo("2");
    assertThat(get("/v1/status?a=1")).isEqualTo("1");
  }

  @Test
  void whoeverWritesReadsWhatWasWritten() throws Exception {
    assertThat(get("/v1/status")).isEqualTo("1");
    send("POST", "/v1/status");
    assertThat(get("/v1/status")).isEqualTo("2");
  }

  @Test
  void whatDependsOnWhoAsksAndWhatFailedAreNeverKept() throws Exception {
    assertThat(get("/v1/session")).isEqualTo("1");
    assertThat(get("/v1/session")).isEqualTo("2");
    assertThat(get("/v1/faulty")).contains("\"3\"");
    assertThat(get("/v1/faulty")).contains("\"4\"");
  }
}
