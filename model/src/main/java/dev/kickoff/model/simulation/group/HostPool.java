package dev.kickoff.model.simulation.group;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hosts of a simulated group, in the order in which they serve.
 *
 * <p>Under ideal circumstances hosts that are asked for together are one lot; else each is a lot of
 * its own, with a zone and a boot of its own.
 */
final class HostPool {
  private final GroupShape shape;
  private final Circumstances circumstances;
  private final List<LaunchLot> lots;
  private GroupWatch watch = GroupWatch.NONE;
  private long nextHost;

  HostPool(GroupShape shape, Circumstances circumstances, GroupSnapshot snapshot) {
    this.shape = shape;
    this.circumstances = circumstances;
    this.lots = new ArrayList<>(snapshot.lots());
    this.nextHost = snapshot.nextHost();
    if (!isIdeal()) {
      List<SimulatedHost> hosts = hosts();
      lots.clear();
      hosts.forEach(host -> lots.add(lotOf(host)));
    }
  }

  private boolean isIdeal() {
    return circumstances == Circumstances.IDEAL;
  }

  void watchedBy(GroupWatch newWatch) {
    watch = newWatch;
  }

  List<LaunchLot> lots() {
    return lots;
  }

  long nextHost() {
    return nextHost;
  }

  int size() {
    return lots.stream().mapToInt(LaunchLot::hosts).sum();
  }

  int servingAt(Instant at) {
    int serving = 0;
    for (LaunchLot lot : lots) {
      serving += lot.servesAt(at) ? lot.hosts() : 0;
    }
    return serving;
  }

  /** Launches hosts where they can be had; returns how many could not be launched. */
  int launch(int hosts, Instant now) {
    if (isIdeal()) {
      insert(new LaunchLot(nextHost, hosts, now.plus(shape.boot())));
      nextHost += hosts;
      tellLaunched(hosts);
      return 0;
    }
    List<String> open = new ArrayList<>();
    for (String zone : shape.zones()) {
      Optional<String> refusal = circumstances.refusal(shape, zone, now);
      refusal.ifPresent(why -> watch.refused(zone, now, why));
      if (refusal.isEmpty() && !circumstances.isLost(zone, now)) {
        open.add(zone);
      }
    }
    if (open.isEmpty()) {
      return hosts;
    }
    Map<String, Integer> counts = countByZone();
    for (int i = 0; i < hosts; i++) {
      String zone = least(open, counts);
      counts.merge(zone, 1, Integer::sum);
      launchIn(zone, now);
    }
    return 0;
  }

  private void launchIn(String zone, Instant now) {
    Instant readyAt = now.plus(circumstances.boot(shape, nextHost));
    SimulatedHost host = new SimulatedHost(nextHost++, zone, now, readyAt);
    insert(lotOf(host));
    watch.launched(host);
  }

  private static LaunchLot lotOf(SimulatedHost host) {
    return new LaunchLot(
        host.number(),
        1,
        host.readyAt(),
        Optional.of(new LaunchLot.Place(host.zone(), host.askedAt())));
  }

  /** Keeps the lots in the order in which they serve, also when boot times differ. */
  private void insert(LaunchLot lot) {
    int place = lots.size();
    while (place > 0 && lots.get(place - 1).readyAt().isAfter(lot.readyAt())) {
      place--;
    }
    lots.add(place, lot);
  }

  private void tellLaunched(int hosts) {
    if (watch != GroupWatch.NONE) {
      hosts().stream().filter(host -> host.number() >= nextHost - hosts).forEach(watch::launched);
    }
  }

  /** Lets hosts go, those that do not serve yet first, the newest first. */
  void letGo(int hosts, Instant now) {
    List<SimulatedHost> before = watch == GroupWatch.NONE ? List.of() : hosts();
    int left = hosts;
    while (left > 0) {
      LaunchLot newest = lots.remove(lots.size() - 1);
      if (newest.hosts() > left) {
        lots.add(
            new LaunchLot(
                newest.firstHost(), newest.hosts() - left, newest.readyAt(), newest.place()));
      }
      left -= Math.min(left, newest.hosts());
    }
    if (!before.isEmpty()) {
      before.subList(before.size() - hosts, before.size()).forEach(h -> watch.terminated(h, now));
    }
  }

  /** Removes the hosts of zones that are lost; returns how many. */
  int lose(Instant now) {
    return removeAll(
        hosts().stream().filter(host -> circumstances.isLost(host.zone(), now)).toList(), now);
  }

  private int removeAll(List<SimulatedHost> gone, Instant now) {
    for (SimulatedHost host : gone) {
      lots.removeIf(lot -> lot.firstHost() == host.number());
      watch.terminated(host, now);
    }
    return gone.size();
  }

  /**
   * Launches hosts in zones that have too few, one by one, before any are let go elsewhere.
   *
   * @return how many were launched, at most {@code most}
   */
  int balance(int most, Instant now) {
    List<String> open =
        shape.zones().stream()
            .filter(zone -> !circumstances.isLost(zone, now))
            .filter(zone -> circumstances.refusal(shape, zone, now).isEmpty())
            .toList();
    Map<String, Integer> counts = countByZone();
    int launched = 0;
    while (launched < most && !open.isEmpty()) {
      String least = least(open, counts);
      String fullest = fullest(counts);
      if (counts.getOrDefault(fullest, 0) - counts.getOrDefault(least, 0) < 2) {
        break;
      }
      counts.merge(least, 1, Integer::sum);
      counts.merge(fullest, -1, Integer::sum);
      launchIn(least, now);
      launched++;
    }
    return launched;
  }

  /** Lets hosts go that are too many, from the fullest zones. */
  void trim(int hosts, Instant now) {
    for (int i = 0; i < hosts; i++) {
      String zone = fullest(countByZone());
      List<SimulatedHost> there =
          hosts().stream().filter(host -> host.zone().equals(zone)).toList();
      removeAll(there.subList(there.size() - 1, there.size()), now);
    }
  }

  private Map<String, Integer> countByZone() {
    Map<String, Integer> counts = new TreeMap<>();
    shape.zones().forEach(zone -> counts.put(zone, 0));
    hosts().forEach(host -> counts.merge(host.zone(), 1, Integer::sum));
    return counts;
  }

  /** The first of those with the fewest hosts. */
  private static String least(List<String> zones, Map<String, Integer> counts) {
    String least = zones.get(0);
    for (String zone : zones) {
      least = counts.getOrDefault(zone, 0) < counts.getOrDefault(least, 0) ? zone : least;
    }
    return least;
  }

  private static String fullest(Map<String, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** The hosts in the order in which they serve. */
  List<SimulatedHost> hosts() {
    List<SimulatedHost> hosts = new ArrayList<>();
    for (LaunchLot lot : lots) {
      Instant askedAt =
          lot.place().map(LaunchLot.Place::askedAt).orElse(lot.readyAt().minus(shape.boot()));
      for (int i = 0; i < lot.hosts(); i++) {
        String dealt = shape.zoneOf(hosts.size());
        String zone = lot.place().map(LaunchLot.Place::zone).orElse(dealt);
        hosts.add(new SimulatedHost(lot.firstHost() + i, zone, askedAt, lot.readyAt()));
      }
    }
    return hosts;
  }

  /** How many serve in each zone; a zone where none does is left out. */
  Map<String, Integer> servingByZone(Instant at) {
    Map<String, Integer> byZone = new TreeMap<>();
    if (lots.stream().allMatch(lot -> lot.place().isEmpty())) {
      for (int i = 0; i < servingAt(at); i++) {
        byZone.merge(shape.zoneOf(i), 1, Integer::sum);
      }
      return byZone;
    }
    hosts().stream()
        .filter(host -> host.servesAt(at))
        .forEach(host -> byZone.merge(host.zone(), 1, Integer::sum));
    return byZone;
  }
}
