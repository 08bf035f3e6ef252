package dev.kickoff.jobs.config.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.api.webhook.WebhookSettings;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Subject;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSectionTest {
  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString("not a secret but 24 bytes".getBytes());

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("secret"), SECRET + "\n" + SECRET + "\n");
    Files.writeString(folder.resolve("short"), "whsec_c2hvcnQ=\n");
  }

  private List<WebhookSettings> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("api.yaml"), text);
    YamlFile yaml = new YamlFile(file, "is empty", "webhooks: []");
    YamlSection root = yaml.root();
    List<WebhookSettings> hooks = WebhookSection.read(root, file, Map.of("PAGER", SECRET));
    root.refuseUnknownKeys();
    yaml.failOnAny();
    return hooks;
  }

  @Test
  void readsReceiversWithWhatIsUsual() throws IOException {
    List<WebhookSettings> hooks =
        read(
            """
            webhooks:
              - {name: pager, url: "https://hooks.example.com/a", secretVariable: PAGER}
              - name: chat
                url: http://127.0.0.1:8080/kickoff
                secretFile: secret
                what: [orders]
                groups: [web-asg]
                giveUpAfterMinutes: 60
            """);
    assertThat(hooks.get(0).url()).isEqualTo(URI.create("https://hooks.example.com/a"));
    assertThat(hooks.get(0).keys()).hasSize(1);
    assertThat(hooks.get(0).subjects())
        .containsExactlyInAnyOrder(Subject.DECISIONS, Subject.ALARMS);
    assertThat(hooks.get(0).groups()).isEmpty();
    assertThat(hooks.get(0).retries()).isEqualTo(WebhookSettings.Retries.STANDARD);
    assertThat(hooks.get(1).keys()).as("one replaces the other").hasSize(2);
    assertThat(hooks.get(1).subjects()).containsExactly(Subject.ORDERS);
    assertThat(hooks.get(1).groups()).containsExactly("web-asg");
    assertThat(hooks.get(1).retries().giveUpAfter()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{url: 'https://a/', secretVariable: PAGER} | 1:12: webhooks[0].name is missing",
        "{name: a.b, url: 'https://a/', secretVariable: PAGER} | 1:19: webhooks[0].name is not a"
            + " name",
        "{name: a, url: 'http://10.0.0.1/', secretVariable: PAGER} | 1:27: webhooks[0].url is"
            + " neither https:// nor http:// of the loopback",
        "{name: a, url: 'https://u:p@a/', secretVariable: PAGER} | 1:27: webhooks[0].url is"
            + " neither",
        "{name: a, url: 'https://a/'} | 1:12: webhooks[0].secretFile or secretVariable: one of"
            + " them is needed",
        "{name: a, url: 'https://a/', secretVariable: NONE} | 1:57: webhooks[0].secretVariable"
            + " holds 0 secrets",
        "{name: a, url: 'https://a/', secretFile: short} | 1:53: webhooks[0].secretFile holds what"
            + " is not whsec_ and 24 to 64 bytes in Base64",
        "{name: a, url: 'https://a/', secretFile: gone} | 1:53: webhooks[0].secretFile 'gone'"
            + " cannot be read",
        "{name: a, url: 'https://a/', secretVariable: PAGER, what: [alerts]} | 1:70:"
            + " webhooks[0].what holds 'alerts'; which is unknown; known are decisions, alarms,"
            + " orders",
        "{name: a, url: 'https://a/', secret: x, secretVariable: PAGER} | 1:41: webhooks[0].secret"
            + " is an unknown key"
      })
  void saysWhereAndWhatIsWrong(String webhook, String problem) {
    InputException thrown =
        catchThrowableOfType(InputException.class, () -> read("webhooks: [" + webhook + "]\n"));
    assertThat(thrown)
        .hasMessageContaining(
            folder.resolve("api.yaml") + ":" + problem.replace("'; which", "', which"));
  }

  @Test
  void refusesTwoOfOneName() {
    String hook = "{name: a, url: 'https://a/', secretVariable: PAGER}";
    assertThat(
            catchThrowableOfType(
                InputException.class, () -> read("webhooks: [" + hook + ",\n " + hook + "]\n")))
        .hasMessageContaining(":2:9: webhooks[1].name is another webhook's");
  }
}
