package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.model.audit.Fingerprint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who asks for something new, and what it will be called.
 *
 * @param id the same for every request of one caller with one Idempotency-Key, also after a restart
 */
public record OrderOrigin(String id, String author) {
  private static final int LENGTH = 20;

  /** Who sent a request, and what it will be called. */
  public static OrderOrigin of(Context ctx) {
    String author = Caller.of(ctx).name();
    String id =
        Optional.ofNullable(ctx.header(Idempotency.HEADER))
            .map(key -> Fingerprint.of(List.of(author, key)).substring(0, LENGTH))
            .orElseGet(() -> UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH));
    return new OrderOrigin(id, author);
  }
}
