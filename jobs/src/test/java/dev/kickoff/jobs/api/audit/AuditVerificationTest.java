package dev.kickoff.jobs.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AuditVerificationTest {
  private static final Instant NOW = Instant.parse("2026-06-19T12:00:00Z");

  private final List<byte[]> values = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();

  /** Writes entries as the engine does: 1 to {@code count} of a writer. */
  private void chain(String writer, int count) {
    String previous = hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1);
    for (int i = 1; i <= count; i++) {
      byte[] value = Json.encode(entry(writer, i, previous, "olivia"));
      previous = AuditChain.hash(value);
      values.add(value);
      hashes.add(previous);
    }
  }

  private static AuditEntry entry(String writer, long sequence, String previous, String actor) {
    return new AuditEntry(
        writer,
        sequence,
        previous,
        new AuditEntry.Act(
            NOW,
            NOW,
            actor,
            "order",
            "/v1/overrides",
            new AuditEntry.Outcome(AuditEntry.Result.DONE, 201, Optional.empty()),
            new AuditEntry.Request(Optional.of("web"), Optional.empty(), "00", "::1")),
        0);
  }

  private List<String> problems() {
    return problems(NOW);
  }

  private List<String> problems(Instant now) {
    AuditVerification verification = new AuditVerification(now);
    for (int i = 0; i < values.size(); i++) {
      ConsumerRecord<byte[], byte[]> record =
          new ConsumerRecord<>(Topics.AUDIT_ENTRY, 0, i, new byte[0], values.get(i));
      record.headers().add(AuditChain.HASH, hashes.get(i).getBytes(StandardCharsets.US_ASCII));
      verification.accept(record);
    }
    assertThat(verification.outcome().entries()).isEqualTo(values.size());
    return verification.outcome().problems();
  }

  private void remove(int index) {
    values.remove(index);
    hashes.remove(index);
  }

  @Test
  void twoChainsAsTheyWereWrittenHaveNoProblem() {
    chain("api-a", 4);
    chain("api-b", 3);
    assertThat(problems()).isEmpty();
  }

  @Test
  void namesAnEntryThatWasChanged() {
    chain("api-a", 4);
    values.set(1, Json.encode(entry("api-a", 2, hashes.get(0), "mallory")));
    assertThat(problems())
        .containsExactly(
            "kickoff.audit.entry.v1@1 was changed: its hash is not the one that stands beside it",
            "kickoff.audit.entry.v1@2 (entry 3 of api-a) does not follow the entry before it: one"
                + " of both was changed");
  }

  @Test
  void namesAnEntryThatWasChangedTogetherWithItsHash() {
    chain("api-a", 4);
    values.set(1, Json.encode(entry("api-a", 2, hashes.get(0), "mallory")));
    hashes.set(1, AuditChain.hash(values.get(1)));
    assertThat(problems())
        .containsExactly(
            "kickoff.audit.entry.v1@2 (entry 3 of api-a) does not follow the entry before it: one"
                + " of both was changed");
  }

  @Test
  void namesAnEntryThatIsMissing() {
    chain("api-a", 4);
    remove(1);
    assertThat(problems())
        .containsExactly("entry 2 is missing of api-a, before kickoff.audit.entry.v1@1");
  }

  @Test
  void namesWhatIsMissingAtTheStartUnlessItWentByRetention() {
    chain("api-a", 4);
    remove(0);
    remove(0);
    assertThat(problems())
        .containsExactly(
            "entries 1 to 2 are missing of api-a, before kickoff.audit.entry.v1@0 (entry 3 of"
                + " api-a)");
    assertThat(problems(NOW.plus(Duration.ofDays(1098)))).isEmpty();
  }

  @Test
  void theNextWriterTellsThatTheNewestEntriesWereCutOff() {
    chain("api-a", 4);
    String cut = hashes.get(3);
    chain("api-b", 2);
    remove(3);
    assertThat(problems())
        .containsExactly(
            "before kickoff.audit.entry.v1@3 (entry 1 of api-b) an entry is missing or was changed:"
                + " the one with hash "
                + cut);
  }

  @Test
  void namesEntriesThatWerePutInAnotherOrder() {
    chain("api-a", 4);
    values.add(1, values.remove(2));
    hashes.add(1, hashes.remove(2));
    assertThat(problems())
        .contains(
            "entry 2 is missing of api-a, before kickoff.audit.entry.v1@1",
            "kickoff.audit.entry.v1@2 (entry 2 of api-a) is out of order: it stands after entry 3");
  }

  @Test
  void namesWhatIsNoEntry() {
    chain("api-a", 1);
    values.add("{}".getBytes(StandardCharsets.UTF_8));
    hashes.add("");
    assertThat(problems()).hasSize(2).allMatch(p -> p.contains("@1 was changed"));
  }
}
