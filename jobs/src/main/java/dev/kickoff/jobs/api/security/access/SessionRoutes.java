package dev.kickoff.jobs.api.security.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.session.Session;
import dev.kickoff.jobs.api.security.session.Sessions;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a browser signs in, asks who it is, and signs out. */
public final class SessionRoutes {
  private static final String PATH = "/v1/session";

  private final Sessions sessions;
  private final SignIn signIn;
  private final SameOrigin sameOrigin;

  private record Document(
      String name, List<String> roles, Optional<String> csrf, Optional<Instant> expiresAt) {
    static Document of(Caller caller, Optional<Session> session) {
      return new Document(
          caller.name(),
          caller.roles().stream().sorted().map(r -> r.name().toLowerCase(Locale.ROOT)).toList(),
          session.map(Session::csrf),
          session.map(Session::expiresAt));
    }
  }

  SessionRoutes(Sessions sessions, SignIn signIn, SameOrigin sameOrigin) {
    this.sessions = sessions;
    this.signIn = signIn;
    this.sameOrigin = sameOrigin;
  }

  public void addTo(Javalin app) {
    app.get(PATH, this::whoAsks);
    app.post(PATH, this::open);
    app.delete(PATH, this::end);
  }

  private void whoAsks(Context ctx) {
    Optional<Session> session =
        ctx.header("Authorization") == null
            ? SessionCookie.of(ctx).flatMap(sessions::find)
            : Optional.empty();
    answer(ctx, Document.of(Caller.of(ctx), session));
  }

  private void open(Context ctx) {
    Caller caller = signIn.caller(ctx, token(ctx.body()));
    caller.sent(ctx);
    SessionCookie.of(ctx).ifPresent(sessions::end);
    Sessions.Opened opened = sessions.open(caller);
    SessionCookie.set(ctx, opened.id(), Sessions.LASTS.toSeconds(), sameOrigin.isSecure(ctx));
    answer(ctx, Document.of(caller, Optional.of(opened.session())));
  }

  private static String token(String body) {
    try {
      JsonNode document = ApiJson.MAPPER.readTree(body);
      JsonNode token = document.path("token");
      if (document.size() == 1 && token.isTextual() && !token.textValue().isBlank()) {
        return token.textValue().strip();
      }
    } catch (JsonProcessingException e) {
      // Said below, as for another document: the message may quote the token.
    }
    throw new Refusal(400, "the body must be {\"token\": \"...\"} and nothing else");
  }

  private void end(Context ctx) {
    SessionCookie.of(ctx).ifPresent(sessions::end);
    SessionCookie.clear(ctx, sameOrigin.isSecure(ctx));
    ctx.status(204);
  }

  private static void answer(Context ctx, Document document) {
    ctx.result(ApiJson.write(document)).contentType("application/json");
  }
}
