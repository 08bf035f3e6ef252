package dev.kickoff.jobs.collect.feed;

import dev.kickoff.jobs.config.collect.FeedHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which addresses of feeds may be connected to: https, of a listed host, all of whose addresses are
 * public unless its feed says otherwise.
 *
 * <p>A host is looked up once for each hop, and what was judged is what is connected to.
 */
final class FeedGate {
  /**
   * Every way in which some program takes a text for an IPv4 address: hex, octal, too few parts.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*\\.?");

  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private final FeedHosts hosts;
  private final Resolver resolver;
  private final Predicate<InetAddress> isPublic;

  /** Who knows the addresses of a host. */
  interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  /** A gate that asks the machine's own resolver. */
  FeedGate(FeedHosts hosts) {
    this(hosts, host -> List.of(InetAddress.getAllByName(host)), AddressRule::isPublic);
  }

  FeedGate(FeedHosts hosts, Resolver resolver, Predicate<InetAddress> isPublic) {
    this.hosts = hosts;
    this.resolver = resolver;
    this.isPublic = isPublic;
  }

  /**
   * Where alone {@code url} may be fetched from.
   *
   * @param allowPrivate whether private addresses are allowed
   * @param nanos how long its host may take to be looked up
   * @throws IOException when it must not be fetched, or has no address
   */
  PinnedHost admit(URI url, boolean allowPrivate, long nanos) throws IOException {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IOException(url + " is refused: only https is fetched");
    }
    if (url.getRawUserInfo() != null) {
      throw new IOException(
          url.getHost() + " is refused: an address must not hold a name or a password");
    }
    String host = url.getHost().replaceAll("^\\[|]$", "");
    if (NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
      throw new IOException(
          host + " is refused: write an address as four numbers, such as 203.0.113.7");
    }
    if (!hosts.allow(host)) {
      throw new IOException(
          "%s is refused: calendars.hosts does not list %s; add it if it is meant"
              .formatted(url, host));
    }
    List<InetAddress> addresses = List.copyOf(addresses(host, nanos));
    if (addresses.isEmpty()) {
      throw new IOException(host + " has no address");
    }
    for (InetAddress address : addresses) {
      if (!allowPrivate && !isPublic.test(address)) {
        throw new IOException(
            "%s is refused: %s is the private address %s; write allowPrivate: true if it is meant"
                .formatted(url, host, address.getHostAddress()));
      }
    }
    return new PinnedHost(host, addresses);
  }

  private List<InetAddress> addresses(String host, long nanos) throws IOException {
    FutureTask<List<InetAddress>> task = new FutureTask<>(() -> resolver.addresses(host));
    Thread thread = new Thread(task, "feed-lookup");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(nanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException(host + " cannot be looked up: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException(host + " was not looked up in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while looking up " + host, e);
    } finally {
      task.cancel(true);
    }
  }
}
