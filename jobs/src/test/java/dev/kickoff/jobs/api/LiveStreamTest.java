package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveStreamTest {
  private Scene scene;
  private ApiClient api;

  private record Message(String id, String topic, String data) {}

  @BeforeEach
  void start() {
    scene = new Scene();
    api = new ApiClient(scene);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static Message next(BufferedReader reader) throws IOException {
    String id = "";
    String topic = "";
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        topic = line.substring(7);
      } else if (line.startsWith("data: ")) {
        return new Message(id, topic, line.substring(6));
      }
    }
    throw new IOException("the stream ended");
  }

  private static Message next(BufferedReader reader, String topic) throws IOException {
    Message message = next(reader);
    while (!message.topic().equals(topic)) {
      message = next(reader);
    }
    return message;
  }

  private static BufferedReader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Test
  void beginsWithTheStatusAndBringsEveryKindOfChange() throws Exception {
    try (BufferedReader stream = reader(api.stream())) {
      assertThat(next(stream).topic()).isEqualTo("clock");
      scene.views().accept(Scene.minute(-1, 5_000, 1, true));
      assertThat(next(stream, "minute").data()).contains("\"requiredHosts\":5");
      scene.views().accept(Scene.near(0, 5_000));
      assertThat(next(stream, "forecast").data())
          .contains("\"kind\":\"NEAR\"")
          .hasSizeLessThan(500);
      scene.views().accept(Scene.plan(Scene.step(20, 60, 30)));
      assertThat(next(stream, "plan").data()).contains("plan-digest");
      scene.views().accept(Scene.fleet(Scene.NOON, 4, 4));
      assertThat(next(stream, "fleet").data()).contains("\"inService\":4");
      scene.views().accept(Scene.decision(1, 4, 9, 9));
      assertThat(next(stream, "decision").data()).contains("\"action\":\"RAISE\"");
      scene.views().accept(Scene.event("match", 30));
      assertThat(next(stream, "event").data()).contains("\"title\":\"match\"");
      scene.views().accept(Scene.freeze("f1"), Scene.NOON);
      assertThat(next(stream, "override").data()).contains("\"kind\":\"freeze\"");
      scene.views().accept(Scene.held(2));
      assertThat(next(stream, "review").data()).contains("\"status\":\"pending_review\"");
    }
  }

  @Test
  void numbersItsMessagesAndDrawsChangesOfOneThingTogether() throws Exception {
    try (BufferedReader stream = reader(api.stream())) {
      next(stream);
      for (int revision = 1; revision <= 200; revision++) {
        scene.views().accept(Scene.minute(-1, revision, revision, false));
      }
      List<Message> minutes = new ArrayList<>();
      do {
        minutes.add(next(stream, "minute"));
      } while (!minutes.get(minutes.size() - 1).data().contains("\"demandRpm\":200.0"));
      assertThat(minutes).hasSizeLessThan(20);
      assertThat(minutes).extracting(Message::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void asksToReadAgainWhenMoreCameThanFits() throws Exception {
    try (BufferedReader stream = reader(api.stream())) {
      next(stream);
      for (int minute = -2_000; minute < 0; minute++) {
        scene.views().accept(Scene.minute(minute, 100, 1, true));
      }
      assertThat(next(stream, "reset").data()).isEqualTo("[]");
    }
  }

  @Test
  void endsItsStreamsWhenTheServerStops() throws Exception {
    try (BufferedReader stream = reader(api.stream())) {
      next(stream);
      api.close();
      List<String> rest = new ArrayList<>();
      try {
        stream.lines().forEach(rest::add);
      } catch (java.io.UncheckedIOException cut) {
        rest.add("cut");
      }
      assertThat(rest.size()).isLessThan(100);
    }
  }

  @Test
  void aListenerThatComesBackGetsWhatItMissed() throws Exception {
    String last;
    try (BufferedReader stream = reader(api.stream())) {
      scene.views().accept(Scene.minute(-2, 5_000, 1, true));
      last = next(stream, "minute").id();
    }
    scene.views().accept(Scene.minute(-1, 7_000, 1, true));
    try (BufferedReader stream = reader(api.stream(last))) {
      assertThat(next(stream, "minute").data()).contains("7000.0").doesNotContain("5000.0");
    }
  }

  @Test
  void aListenerOfAnotherRunMustReadAgain() throws Exception {
    try (BufferedReader stream = reader(api.stream("anotherrun-7"))) {
      assertThat(next(stream, "reset").data()).isEqualTo("[]");
    }
  }

  @Test
  void serves200ListenersWithAHandfulOfThreads() throws Exception {
    List<BufferedReader> open = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        open.add(reader(api.stream()));
      }
      scene.views().accept(Scene.minute(-1, 5_000, 1, true));
      for (BufferedReader stream : open) {
        assertThat(next(stream, "minute").data()).contains("5000.0");
      }
      assertThat(api.get("/v1/status").statusCode()).isEqualTo(200);
      long threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("kickoff-api"))
              .count();
      assertThat(threads).isLessThan(65);
    } finally {
      for (BufferedReader stream : open) {
        stream.close();
      }
    }
  }
}
