package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.Secrets;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import dev.kickoff.jobs.api.security.session.Session;
import dev.kickoff.jobs.api.security.session.Sessions;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The check before every request: what the contract does not know is not there, what it gives to a
 * role needs that role, and whatever may change something comes from the console or from a program
 * with a token. The files of the console need nothing.
 */
public final class AccessControl {
  private static final String API = "/v1/";
  private static final String CSRF = "X-CSRF-Token";

  private final Contract contract;
  private final Sessions sessions;
  private final SignIn signIn;
  private final SameOrigin sameOrigin;
  private final RequestLimits limits;

  public AccessControl(Contract contract, AccessSettings settings, Sessions sessions) {
    this.contract = contract;
    this.sessions = sessions;
    this.limits = new RequestLimits(settings.limits());
    this.signIn = new SignIn(settings.tokens(), limits);
    this.sameOrigin = new SameOrigin(settings.origins());
  }

  /** The routes by which a browser signs in and out. */
  public SessionRoutes sessionRoutes() {
    return new SessionRoutes(sessions, signIn, sameOrigin);
  }

  /**
   * Lets a request pass, its caller noted.
   *
   * @throws Refusal when it may not
   */
  public void check(Context ctx) {
    if (sameOrigin.isSecure(ctx)) {
      ctx.header("Strict-Transport-Security", "max-age=31536000");
    }
    limits.takeOfAddress(ctx);
    String method = ctx.method().name();
    Optional<ContractRoute> route = contract.route(method, ctx.path());
    boolean changes = ContractRoute.changes(method);
    if (changes) {
      sameOrigin.requireOwn(ctx, false);
      BodyRule.checkSize(ctx, route);
    }
    if (route.isPresent() && route.get().role().isEmpty()) {
      BodyRule.checkType(ctx, route.get());
      return;
    }
    boolean file = !ctx.path().startsWith(API) && contract.at(ctx.path()).isEmpty();
    if (file && !changes) {
      return;
    }
    Caller caller = caller(ctx, changes);
    caller.sent(ctx);
    limits.takeOfCaller(caller, changes);
    admit(ctx, caller, route.orElseThrow(() -> nothingThere(ctx)));
  }

  private Caller caller(Context ctx, boolean changes) {
    if (ctx.header("Authorization") != null) {
      return signIn.bearer(ctx);
    }
    Session session =
        SessionCookie.of(ctx).flatMap(sessions::find).orElseThrow(() -> SignIn.nobody(ctx));
    if (changes) {
      sameOrigin.requireOwn(ctx, true);
      String given = Optional.ofNullable(ctx.header(CSRF)).orElse("");
      if (!Secrets.matches(given, Secrets.digest(session.csrf()))) {
        session.caller().sent(ctx);
        throw new Refusal(
            403,
            "a write of a browser session needs the header "
                + CSRF
                + " with the csrf of GET /v1/session; reload the page");
      }
    }
    return session.caller();
  }

  private static void admit(Context ctx, Caller caller, ContractRoute route) {
    Role needed = route.role().orElse(Role.VIEWER);
    if (!caller.may(needed)) {
      throw new Refusal(
          403,
          "'"
              + caller.name()
              + "' is "
              + names(caller)
              + "; "
              + ctx.method()
              + " "
              + ctx.path()
              + " needs the role "
              + name(needed)
              + ": sign in as somebody who has it, or ask an administrator for it");
    }
    BodyRule.checkType(ctx, route);
  }

  private static String names(Caller caller) {
    return caller.roles().stream()
        .sorted()
        .map(AccessControl::name)
        .collect(Collectors.joining(" and "));
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** Said to those who are signed in; to others nothing is said of what is there. */
  private Refusal nothingThere(Context ctx) {
    List<String> methods =
        contract.at(ctx.path()).stream().map(ContractRoute::method).distinct().toList();
    if (methods.isEmpty()) {
      return new Refusal(
          404, "nothing is at " + ctx.path() + "; /v1/openapi.yaml lists what is there");
    }
    String allowed = String.join(", ", methods);
    return new Refusal(
            405,
            ctx.path() + " takes " + allowed + ", not " + ctx.method() + "; see /v1/openapi.yaml")
        .with("Allow", allowed);
  }
}
