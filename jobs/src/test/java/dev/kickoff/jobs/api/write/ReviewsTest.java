package dev.kickoff.jobs.api.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.write.Office.Reply;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for a second person. */
class ReviewsTest {
  private static final String CEILING =
      "{'group':'web-asg','kind':'ceiling','hosts':5,'reason':'the database cannot take more'}";
  private static final String FREEZE =
      "{'group':'web-asg','kind':'freeze','reason':'database is being moved'}";
  private static final String RESUME = "{'group':'web-asg','reason':'the database has moved'}";

  private final Office office = new Office();

  @AfterEach
  void stop() {
    office.close();
  }

  private JsonNode waiting() throws Exception {
    return office.get("/v1/reviews?status=pending_review").json().path("items");
  }

  private Reply answer(String caller, String id, String verb, String digest) throws Exception {
    String body = "{'digest':'" + digest + "','comment':'seen and agreed'}";
    return office.send("POST /v1/reviews/" + id + "/" + verb, caller, body);
  }

  private void held(long sequence, int wanted) {
    Verdict verdict = new Verdict("large-moves", wanted, 20, "waits for approval").alarming();
    office.decided(office.decision("web-asg", sequence, 20, verdict));
  }

  private List<OperatorOverride> orders() {
    return office.views.orders().book().overrides();
  }

  @Test
  void aCeilingThatTakesMostOfTheFloorWaitsForASecondPerson() throws Exception {
    office.decided(office.decision("web-asg", 1, 60));
    Reply asked = office.post("/v1/overrides", CEILING, "Idempotency-Key", "a-key-of-ann");
    assertThat(asked.status()).as(asked.whole().body()).isEqualTo(202);
    assertThat(asked.text("status")).isEqualTo("pending_review");
    assertThat(asked.text("requestedBy")).isEqualTo("ann");
    assertThat(asked.json().path("floorNow").asInt()).isEqualTo(60);
    assertThat(orders()).isEmpty();
    String id = asked.text("id");
    Reply own = answer("ann", id, "approve", asked.text("digest"));
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text("detail")).contains("somebody else must approve it");
    assertThat(answer("bob", id, "approve", "another-digest").status()).isEqualTo(409);
    Reply approved = answer("bob", id, "approve", asked.text("digest"));
    assertThat(approved.status()).as(approved.whole().body()).isEqualTo(200);
    assertThat(approved.text("status")).isEqualTo("submitted");
    assertThat(approved.text("answeredBy")).isEqualTo("bob");
    assertThat(orders()).extracting(OperatorOverride::author).containsExactly("ann");
    assertThat(answer("bob", id, "reject", asked.text("digest")).status()).isEqualTo(409);
  }

  @Test
  void whatSomebodyElsewhereRejectedFirstIsNotDone() throws Exception {
    List<Review> written = new ArrayList<>();
    try (Office overtaken = new Office(o -> overtaken(o, written))) {
      overtaken.decided(overtaken.decision("web-asg", 1, 60));
      Reply asked = overtaken.post("/v1/overrides", CEILING);
      String body = "{'digest':'" + asked.text("digest") + "','comment':'seen and agreed'}";
      Reply late = overtaken.send("POST /v1/reviews/" + asked.text("id") + "/approve", "bob", body);
      assertThat(late.status()).as(late.whole().body()).isEqualTo(409);
      assertThat(late.text("detail"))
          .contains("carl has answered it in the same moment; it is discarded");
      assertThat(overtaken.views.orders().book().overrides()).isEmpty();
      assertThat(written.get(written.size() - 1).answer().orElseThrow().by()).isEqualTo("carl");
      assertThat(overtaken.get("/v1/reviews/" + asked.text("id")).text("answeredBy"))
          .isEqualTo("carl");
    }
  }

  /** A log into which carl, at another process, writes a rejection just before each approval. */
  private static OrderLog overtaken(Office office, List<Review> written) {
    return new Office.MemoryLog(office) {
      @Override
      public void write(Review review, String by) {
        if (review.status() == Review.Status.APPROVED && by.equals("bob")) {
          Review asked = office.views.reviews().written(review.id()).orElseThrow();
          super.write(asked.discarded(new Review.Answer("carl", office.now, "too low")), "carl");
        }
        written.add(review);
        super.write(review, by);
      }
    };
  }

  @Test
  void aFloorAndASmallCeilingDoNotWait() throws Exception {
    office.decided(office.decision("web-asg", 1, 60));
    assertThat(office.post("/v1/overrides", CEILING.replace("ceiling", "floor")).status())
        .isEqualTo(201);
    assertThat(office.post("/v1/overrides", CEILING.replace(":5", ":55")).status()).isEqualTo(201);
  }

  @Test
  void whatWasDiscardedIsNotDone() throws Exception {
    office.decided(office.decision("web-asg", 1, 60));
    Reply asked = office.post("/v1/overrides", CEILING);
    Reply rejected = answer("bob", asked.text("id"), "reject", asked.text("digest"));
    assertThat(rejected.text("status")).isEqualTo("discarded");
    assertThat(rejected.text("comment")).isEqualTo("seen and agreed");
    assertThat(answer("eve", asked.text("id"), "approve", asked.text("digest")).status())
        .isEqualTo(409);
    assertThat(orders()).isEmpty();
  }

  @Test
  void aPreviewSaysThatAChangeWaitsOnlyWhereItDoes() throws Exception {
    office.decided(office.decision("web-asg", 1, 60));
    JsonNode lowering = effect(CEILING);
    assertThat(lowering.path("large").asBoolean()).isTrue();
    JsonNode raise =
        effect("{'kind':'floor','group':'web-asg','hosts':100,'reason':'a large raise, at once'}");
    assertThat(raise.path("floorThen").asInt()).isEqualTo(100);
    assertThat(raise.path("large").asBoolean()).isFalse();
  }

  private JsonNode effect(String order) throws Exception {
    Reply preview = office.post("/v1/overrides?dryRun=true", order);
    return preview.json().path("effects").get(0);
  }

  @Test
  void whatNobodyAnswersIsDiscardedAfterADay() throws Exception {
    office.decided(office.decision("web-asg", 1, 60));
    Reply asked = office.post("/v1/overrides", CEILING);
    office.pass(Duration.ofHours(24));
    Reply late = office.get("/v1/reviews/" + asked.text("id"));
    assertThat(late.text("status")).isEqualTo("discarded");
    assertThat(late.text("comment")).isEqualTo("nobody answered within 24 hours");
    assertThat(answer("bob", asked.text("id"), "approve", asked.text("digest")).status())
        .isEqualTo(409);
  }

  @Test
  void aMoveThatTheEngineHoldsIsApprovedForSoManyHosts() throws Exception {
    held(1, 83);
    held(2, 84);
    assertThat(waiting()).hasSize(1);
    JsonNode move = waiting().get(0);
    assertThat(move.path("requestedBy").asText()).isEqualTo("kickoff");
    assertThat(move.path("kind").asText()).isEqualTo("move");
    assertThat(move.path("floorWanted").asInt()).isEqualTo(85);
    Reply approved =
        answer("bob", move.path("id").asText(), "approve", move.path("digest").asText());
    assertThat(approved.text("status")).isEqualTo("submitted");
    OperatorOverride order = orders().get(0);
    assertThat(order.kind()).isEqualTo(OperatorOverride.Kind.APPROVAL);
    assertThat(order.group()).isEqualTo(Optional.of("web-asg"));
    assertThat(order.hosts()).isEqualTo(85);
    assertThat(order.until()).isEqualTo(Office.NOON.plus(Duration.ofHours(4)));
    held(3, 84);
    assertThat(waiting()).isEmpty();
    office.pass(Duration.ofHours(5));
    held(4, 84);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void anApprovalOfWhatTheEngineNoLongerWantsNamesWhatItWantsNow() throws Exception {
    held(1, 43);
    JsonNode before = waiting().get(0);
    held(2, 91);
    Reply refused =
        answer("bob", before.path("id").asText(), "approve", before.path("digest").asText());
    assertThat(refused.status()).isEqualTo(404);
    assertThat(waiting().get(0).path("floorWanted").asInt()).isEqualTo(95);
  }

  @Test
  void aMoveThatWasRejectedIsNotAskedAgainForADay() throws Exception {
    held(1, 84);
    JsonNode move = waiting().get(0);
    answer("bob", move.path("id").asText(), "reject", move.path("digest").asText());
    held(2, 84);
    assertThat(waiting()).isEmpty();
    held(3, 97);
    assertThat(waiting()).hasSize(1);
    office.pass(Duration.ofHours(25));
    held(4, 84);
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void resumeEndsTheFreezesOfAGroupAndLeavesTheOthersFrozen() throws Exception {
    office.post("/v1/overrides", FREEZE.replace("'group':'web-asg',", ""));
    office.post("/v1/overrides", FREEZE);
    office.pass(Duration.ofMinutes(1));
    Reply shown = office.post("/v1/resume?dryRun=true", RESUME);
    assertThat(shown.status()).as(shown.whole().body()).isEqualTo(200);
    assertThat(shown.json().path("effects").get(0).path("group").asText()).isEqualTo("web-asg");
    assertThat(office.get("/v1/overrides?group=web-asg").json().path("items")).hasSize(2);
    assertThat(office.send("POST /v1/resume", "bob", RESUME).status()).isEqualTo(200);
    assertThat(office.get("/v1/overrides?group=web-asg").json().path("items")).isEmpty();
    assertThat(office.get("/v1/overrides?group=api-asg").json().path("items")).hasSize(1);
    Reply again = office.post("/v1/resume", RESUME);
    assertThat(again.status()).isEqualTo(409);
    assertThat(office.post("/v1/resume", "{'reason':'all is well again'}").status()).isEqualTo(200);
    assertThat(office.get("/v1/overrides").json().path("items")).isEmpty();
    assertThat(office.post("/v1/resume", RESUME.replace("web-asg", "wbe")).status()).isEqualTo(422);
    assertThat(office.post("/v1/resume", "{'group':'web-asg'}").status()).isEqualTo(422);
  }
}
