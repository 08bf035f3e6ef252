package dev.kickoff.deploy.house.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * An outside library and where it may be used.
 *
 * @param name as {@code model/DESIGN.md} calls it
 * @param packages its own packages, as ArchUnit writes them; a class matches if any does
 * @param homes the packages that may use it, sub-packages included, relative to the root package
 *     ({@code jobs.api}); the empty string is the root package and so everything
 */
record Library(String name, List<String> packages, List<String> homes) {

  /** Every outside library. What is not listed must not be used. */
  static final List<Library> ALL =
      List.of(
          library("jspecify").of("org.jspecify..").usedIn(""),
          library("smile").of("smile..", "org.bytedeco..").usedIn("model.forecast.smile"),
          library("jackson").of("com.fasterxml.jackson..").usedIn("connectors", "jobs"),
          library("slf4j").of("org.slf4j..").usedIn("connectors", "jobs"),
          library("kafka-clients")
              .of("org.apache.kafka.clients..", "org.apache.kafka.common..")
              .usedIn("connectors", "jobs"),
          library("kafka broker")
              .of(
                  "kafka..",
                  "org.apache.kafka.metadata..",
                  "org.apache.kafka.server..",
                  "org.apache.kafka.raft..",
                  "org.apache.kafka.controller..",
                  "org.apache.kafka.storage..")
              .usedIn("jobs.local"),
          library("flink")
              .of("org.apache.flink..")
              .usedIn("jobs.forecast", "jobs.submit", "jobs.local"),
          library("awssdk")
              .of("software.amazon.awssdk..")
              .usedIn("connectors.aws", "connectors.cloudwatch"),
          library("ical4j").of("net.fortuna.ical4j..").usedIn("connectors.ical"),
          library("jollyday").of("de.focus_shift..").usedIn("connectors.holidays"),
          library("fastcsv").of("de.siegmar.fastcsv..").usedIn("connectors.csv"),
          library("sqlite").of("org.sqlite..").usedIn("connectors.sqlite"),
          library("javalin")
              .of("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty..", "kotlin..")
              .usedIn("jobs.api"),
          library("nimbus-jose-jwt").of("com.nimbusds..").usedIn("jobs.api.security"),
          library("json-schema-validator").of("com.networknt..").usedIn("jobs.api"),
          library("simpleclient").of("io.prometheus..").usedIn("jobs.api"),
          library("okhttp").of("okhttp3..", "okio..").usedIn("jobs.collect"),
          library("picocli").of("picocli..").usedIn("jobs.cli"),
          library("progressbar").of("me.tongfei..").usedIn("jobs.cli"),
          library("log4j").of("org.apache.logging.log4j..").usedIn("jobs.cli"),
          library("snakeyaml").of("org.yaml.snakeyaml..").usedIn("jobs.config"));

  /** Whether a class of these belongs to the library. */
  boolean owns(JavaClass type) {
    return JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new)).test(type);
  }

  /** Whether a class in {@code packageName} may use the library. */
  boolean mayBeUsedIn(String root, String packageName) {
    return homesUnder(root)
        .anyMatch(home -> packageName.equals(home) || packageName.startsWith(home + "."));
  }

  /** The classes of its homes, for rules about them. */
  DescribedPredicate<JavaClass> livesIn(String root) {
    return JavaClass.Predicates.resideInAnyPackage(
        homesUnder(root).map(home -> home + "..").toArray(String[]::new));
  }

  private Stream<String> homesUnder(String root) {
    return homes.stream().map(home -> home.isEmpty() ? root : root + "." + home);
  }

  private static Named library(String name) {
    return packages -> homes -> new Library(name, List.of(packages), List.of(homes));
  }

  private interface Named {
    Placed of(String... packages);
  }

  private interface Placed {
    Library usedIn(String... homes);
  }
}
