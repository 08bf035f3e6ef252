package dev.kickoff.deploy.console.fake;

import java.util.List;
import java.util.Map;

/** What is answered; a body of null means that nothing is there, but for 204. */
record Answer(int status, Object body) {
  static Answer ok(Object body) {
    return new Answer(200, body);
  }

  static Answer problem(int status, String title, String detail) {
    return new Answer(status, document(status, title, detail));
  }

  /** An order that cannot be obeyed because of one field. */
  static Answer unprocessable(String pointer, String why) {
    Map<String, Object> document = document(422, "Unprocessable", "the order cannot be obeyed");
    document.put("errors", List.of(Json.of("pointer", pointer, "detail", why)));
    return new Answer(422, document);
  }

  private static Map<String, Object> document(int status, String title, String detail) {
    return Json.of(
        "type",
        "about:blank",
        "title",
        title,
        "status",
        status,
        "detail",
        detail,
        "instance",
        "/v1");
  }
}
