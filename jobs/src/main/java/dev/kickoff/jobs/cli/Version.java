package dev.kickoff.jobs.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development build");
    return new String[] {
      "kickoff " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.arch")
    };
  }
}
