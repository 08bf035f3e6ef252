package dev.kickoff.jobs.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.security.access.BodyRule;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a request says, as far as the audit keeps it: never a token. */
final class AuditedRequest {
  private static final int LONGEST = 500;
  private static final int MOST_JSON = 64 * 1024;
  private static final String SIGN_IN = "signIn";

  private final Context ctx;
  private final String action;
  private final byte[] body;
  private final JsonNode document;

  AuditedRequest(Context ctx, Contract contract) {
    this.ctx = ctx;
    this.action =
        contract
            .route(ctx.method().name(), ctx.path())
            .map(ContractRoute::operationId)
            .orElse(ctx.method().name());
    this.body = isReadable() && !action.equals(SIGN_IN) ? ctx.bodyAsBytes() : new byte[0];
    this.document = parsed(body);
  }

  /** Whether the body has a length, and one that those who are denied may make us read. */
  private boolean isReadable() {
    long length = ctx.req().getContentLengthLong();
    int most = ctx.statusCode() < 400 ? BodyRule.MOST_BYTES : MOST_JSON;
    return ctx.header("Transfer-Encoding") == null && length > 0 && length <= most;
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return body.length == 0 || body.length > MOST_JSON || body[0] != '{'
          ? ApiJson.MAPPER.createObjectNode()
          : ApiJson.MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return ApiJson.MAPPER.createObjectNode();
    }
  }

  String action() {
    return action;
  }

  /** Whether it only asks what would happen. */
  boolean isTrial() {
    return action.equals("whatIf") || "true".equals(ctx.queryParam("dryRun"));
  }

  String target() {
    try {
      return brief(URLDecoder.decode(ctx.path().replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return brief(ctx.path());
    }
  }

  AuditEntry.Request said() {
    return new AuditEntry.Request(
        AuditNote.group(ctx).or(() -> text("group")).map(AuditedRequest::brief),
        text("reason")
            .or(() -> text("comment"))
            .or(() -> Optional.ofNullable(ctx.queryParam("reason")))
            .map(AuditedRequest::brief),
        digest(),
        ctx.ip());
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(document.path(field).textValue());
  }

  private String digest() {
    String query = Optional.ofNullable(ctx.queryString()).orElse("");
    String head = ctx.method() + " " + ctx.path() + "?" + query + "\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return AuditChain.hash(bytes.toByteArray());
  }

  /** At most {@value #LONGEST} characters. */
  static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
