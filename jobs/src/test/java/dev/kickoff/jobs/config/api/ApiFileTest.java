package dev.kickoff.jobs.config.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kickoff.connectors.InputException;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.access.AccessSettings.Limits;
import dev.kickoff.jobs.api.security.jwt.JwtSettings;
import dev.kickoff.jobs.api.security.limit.Allowance;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Kafka;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Listen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFileTest {
  private static final String LEAST =
      "kafka: {bootstrap: b}\nfleets: [fleet.yaml]\npast: past.db\n";
  private static final String OIDC =
      "oidc: {issuer: i, audience: a, jwks: 'https://i/k', roles: {claim: c, viewer: [v]}}\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeTheFleet() throws IOException {
    Files.writeString(
        folder.resolve("fleet.yaml"),
        "group: web-asg\nhosts: {min: 2, max: 9}\ncapacity: {rpmPerHost: 9}\n"
            + "leadTime: {minutes: 1}\n");
  }

  private ApiProgramSettings read(String text) throws IOException {
    return ApiFile.read(Files.writeString(folder.resolve("api.yaml"), text));
  }

  private String problems(String text) {
    InputException thrown = catchThrowableOfType(InputException.class, () -> read(text));
    assertThat(thrown).as(text).isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  @Test
  void readsTheExampleWithAllItsKeys() {
    ApiProgramSettings settings = ApiFile.read(Path.of("../deploy/examples/api/api.yaml"));
    URI origin = URI.create("https://kickoff.example.com");
    assertThat(settings.kafka()).isEqualTo(new Kafka("kafka:9092", 2, 1));
    assertThat(settings.fleets()).extracting(f -> f.group().group()).containsExactly("web-asg");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(settings.past()).isEqualTo(Path.of("../deploy/examples/api/past.db"));
    assertThat(settings.listen())
        .isEqualTo(new Listen("0.0.0.0", 8080, Set.of("kickoff.example.com"), Set.of(origin)));
    assertThat(settings.access().oidc())
        .hasValue(
            new JwtSettings(
                "https://id.example.com",
                "kickoff",
                URI.create("https://id.example.com/keys"),
                "sub",
                "groups",
                Map.of(
                    "viewers", Role.VIEWER,
                    "operators", Role.OPERATOR,
                    "approvers", Role.APPROVER,
                    "admins", Role.ADMIN)));
    assertThat(settings.access().limits()).isEqualTo(Limits.STANDARD);
  }

  @Test
  void listensOnTheLoopbackWithTheDevelopmentTokenUnlessSomethingElseIsSaid() throws Exception {
    ApiProgramSettings settings = read(LEAST);
    assertThat(settings.listen()).isEqualTo(new Listen("127.0.0.1", 8080, Set.of(), Set.of()));
    assertThat(settings.access().oidc()).isEmpty();
    assertThat(settings.zone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void takesLimitsNamesAndKeysOfAFile() throws Exception {
    Files.writeString(folder.resolve("keys.json"), "{}");
    ApiProgramSettings settings =
        read(
            LEAST
                + "listen: {host: '::1', port: 0, hosts: [Kickoff.Internal]}\n"
                + "limits: {reads: {burst: 5, perSecond: 0.5}}\n"
                + OIDC.replace("https://i/k", "keys.json"));
    assertThat(settings.listen().hosts()).containsExactly("kickoff.internal");
    assertThat(settings.access().limits().reads()).isEqualTo(new Allowance(5, 0.5));
    assertThat(settings.access().limits().writes()).isEqualTo(Limits.STANDARD.writes());
    assertThat(settings.access().oidc().orElseThrow().keys())
        .isEqualTo(folder.resolve("keys.json").toUri());
  }

  @Test
  void neverOpensTheDoorToOthersForTheDevelopmentToken() {
    String open = "listen: {host: 0.0.0.0, hosts: [kickoff.example.com]}\n";
    assertThat(problems(LEAST + open))
        .contains(
            "api.yaml:4:16: listen.host 0.0.0.0 can be reached by others, and there is no oidc; add"
                + " oidc: to say who may come in, or listen on 127.0.0.1: the development token is"
                + " for this machine only");
    assertThat(problems(LEAST + "listen: {host: '::'}\n" + OIDC))
        .contains("4:9: listen.hosts is missing; add hosts: [kickoff.example.com]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listen: {host: kickoff} | 4:16: listen.host 'kickoff' is no network address; write",
        "listen: {host: 127.0.0.999} | 4:16: listen.host '127.0.0.999' is no network address",
        "listen: {prot: 80} | 4:10: listen.prot is an unknown key; did you mean 'port'?",
        "listen: {port: 70000} | 4:16: listen.port '70000' is not a port from 0 to 65535",
        "listen: {origins: ['https://a/b']} | 4:19: listen.origins has 'https://a/b', which is no",
        "listen: {hosts: ['a:8080']} | 4:17: listen.hosts has 'a:8080', which is no host name",
        "limits: {reeds: {burst: 1}} | 4:10: limits.reeds is an unknown key; did you mean 'reads'?",
        "limits: {reads: {burst: 0}} | 4:25: limits.reads.burst '0' is not a whole number from 1",
        "zone: Pariss | 4:7: zone is not a time zone; write one such as Europe/Paris",
        "origins: [a] | 4:1: origins is an unknown key",
        "oidc: {} | 4:7: oidc.issuer is missing; add issuer: https://id.example.com",
        "oidc: {jwks: 'http://i/k'} | 4:14: oidc.jwks 'http://i/k' is neither https:// nor a file",
        "oidc: {jwks: none.json} | 4:14: oidc.jwks 'none.json' cannot be read; correct its name",
        "oidc: {roles: {claim: c}} | 4:15: oidc.roles.viewer is missing; add viewer: [everybody]",
        "oidc: {roles: {viewer: [a], admin: [a]}} | oidc.roles.admin has 'a', which gives VIEWER",
        "oidc: {roles: {vewer: [a]}} | 4:16: oidc.roles.vewer is an unknown key; did you mean"
      })
  void saysWhereAndWhatIsWrong(String line, String problem) {
    assertThat(problems(LEAST + line + "\n")).contains(problem);
  }

  @Test
  void namesTheProblemsOfTheFileAndOfItsFleetsAtOnce() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "grup: a\n");
    String text = "kafka: {partitions: 0}\nfleets: [fleet.yaml, fleet.yaml, bad.yaml]\n";
    assertThat(problems(text))
        .contains("1:8: kafka.bootstrap is missing; add bootstrap: kafka:9092")
        .contains("1:21: kafka.partitions '0' is not a whole number from 1 to 1024")
        .contains("2:9: fleets has two files of the group 'web-asg'; name each group once")
        .contains("1:1: past is missing; add past: past.db")
        .contains("bad.yaml:1:1: grup is an unknown key; did you mean 'group'?");
    assertThat(problems("kafka: {bootstrap: b}\nfleets: []\npast: p\n"))
        .contains("2:9: fleets names no fleet file; write fleets: [fleet.yaml]");
  }

  @Test
  void readsWebhooksAndRefusesThoseWithoutASecret() throws Exception {
    Files.writeString(folder.resolve("s"), "whsec_" + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3" + "\n");
    String hook = "webhooks: [{name: pager, url: 'https://hooks.example.com/', secretFile: %s}]\n";
    assertThat(read(LEAST).webhooks()).isEmpty();
    assertThat(read(LEAST + hook.formatted("s")).webhooks())
        .singleElement()
        .extracting(each -> each.name())
        .isEqualTo("pager");
    assertThat(problems(LEAST + hook.formatted("gone")))
        .contains(":4:73: webhooks[0].secretFile 'gone' cannot be read");
  }
}
