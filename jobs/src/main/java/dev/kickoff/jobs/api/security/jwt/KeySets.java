package dev.kickoff.jobs.api.security.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;

/**
 * The keys of an issuer, kept for five minutes. A token of a key that is not among them has them
 * read once more, at most twice in half a minute; while they cannot be read, those of the last hour
 * still serve.
 */
final class KeySets {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 3_000;
  private static final int MOST_BYTES = 256 * 1024;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration REFRESH = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofHours(1);

  private KeySets() {}

  /** The keys at an address, read again at most twice in {@code pause}. */
  static JWKSource<SecurityContext> at(URI keys, Duration pause) {
    JWKSourceBuilder<SecurityContext> builder =
        keys.getScheme().equals("file")
            ? JWKSourceBuilder.create(new FileSource(Path.of(keys)))
            : JWKSourceBuilder.create(
                url(keys), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES));
    return builder
        .cache(KEPT.toMillis(), REFRESH.toMillis())
        .refreshAheadCache(false)
        .rateLimited(pause.toMillis())
        .outageTolerant(OUTAGE.toMillis())
        .build();
  }

  private static java.net.URL url(URI keys) {
    try {
      return keys.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(keys + " is no address", e);
    }
  }

  private record FileSource(Path file) implements JWKSetSource<SecurityContext> {
    @Override
    public JWKSet getJWKSet(
        JWKSetCacheRefreshEvaluator refresh, long currentTime, SecurityContext context)
        throws KeySourceException {
      try {
        return JWKSet.parse(Files.readString(file));
      } catch (IOException | ParseException e) {
        throw new JWKSetRetrievalException("cannot read the keys in " + file, e);
      }
    }

    @Override
    public void close() {
      // Nothing stays open.
    }
  }
}
