package dev.kickoff.jobs.api.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.write.Office.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private Office office;

  @BeforeEach
  void open() {
    office = new Office();
    office.decided(office.decision("web-asg", 1, 12));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private JsonNode effect(String body) throws Exception {
    Reply reply = office.post("/v1/what-if", body);
    assertThat(reply.status()).as(reply.whole().body()).isEqualTo(200);
    return reply.json().path("effects").get(0);
  }

  @Test
  void saysWhatAnOrderWouldDoAndGivesNone() throws Exception {
    JsonNode effect =
        effect("{'group':'web-asg','order':{'kind':'pin','hosts':24,'reason':'only a question'}}");
    assertThat(effect.path("floorNow").asInt()).isEqualTo(12);
    assertThat(effect.path("floorThen").asInt()).isEqualTo(24);
    assertThat(office.views.orders().all()).isEmpty();
    assertThat(office.get("/v1/overrides").json().path("items")).isEmpty();
  }

  @Test
  void anEventThatIsNotThereIsNotPublished() throws Exception {
    String draft =
        "{'title':'Final','category':'football_match',"
            + "'start':'2026-06-19T20:00:00Z','end':'2026-06-19T22:00:00Z'}";
    assertThat(effect("{'group':'web-asg','event':" + draft + "}").path("group").asText())
        .isEqualTo("web-asg");
    assertThat(office.views.calendar().events()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAQuestion() throws Exception {
    assertThat(office.post("/v1/what-if", "{'group':'no-such'}").status()).isEqualTo(404);
    Reply unknown =
        office.post("/v1/what-if", "{'group':'web-asg','move':{'uid':'nobody','byMinutes':5}}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text("detail")).contains("there is no event 'nobody'");
    Reply factor = office.post("/v1/what-if", "{'group':'web-asg','demandFactor':-1}");
    assertThat(factor.status()).isEqualTo(422);
    assertThat(factor.json().path("errors").get(0).path("pointer").asText())
        .isEqualTo("/demandFactor");
    String backwards =
        "{'group':'web-asg','event':{'title':'Final','category':'football_match',"
            + "'start':'2026-06-19T20:00:00Z','end':'2026-06-19T19:00:00Z'}}";
    assertThat(
            office
                .post("/v1/what-if", backwards)
                .json()
                .path("errors")
                .get(0)
                .path("pointer")
                .asText())
        .isEqualTo("/event/end");
  }
}
