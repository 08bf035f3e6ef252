package dev.kickoff.jobs.collect.feed;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses a calendar may be fetched from: those that the whole internet can reach.
 *
 * <p>Source: the registries of special-purpose addresses (RFC 6890). Everything that can lead back
 * into a private network is left out: loopback, link-local (with the metadata services of clouds),
 * private and shared ranges, multicast, and the ways to write an IPv4 address as an IPv6 one.
 */
final class AddressRule {
  private AddressRule() {}

  /** Whether the address is one of the internet at large. */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    if (address instanceof Inet4Address) {
      boolean special =
          first == 0
              || first == 100 && (second & 0xc0) == 64
              || first == 192 && second == 0 && (third == 0 || third == 2)
              || first == 198 && (second & 0xfe) == 18
              || first == 198 && second == 51 && third == 100
              || first == 203 && second == 0 && third == 113
              || first >= 240;
      return !special;
    }
    boolean global = (first & 0xe0) == 0x20;
    boolean tunnel = first == 0x20 && (second == 0x02 || second == 0x01 && third < 2);
    return global && !tunnel;
  }
}
