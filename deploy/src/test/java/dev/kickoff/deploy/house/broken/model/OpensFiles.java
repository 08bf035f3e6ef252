package dev.kickoff.deploy.house.broken.model;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/** Breaks: the model does no input or output. */
class OpensFiles {
  final File file = new File("demand.csv");
  final Path path = Path.of("demand.csv");
  final String home = System.getProperty("user.home");
  final URI allowed = URI.create("https://calendar.example/fixtures.ics");

  InputStream read() throws IOException {
    System.out.println(file);
    return allowed.toURL().openStream();
  }
}
