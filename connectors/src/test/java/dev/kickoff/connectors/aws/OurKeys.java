package dev.kickoff.connectors.aws;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keys of ours for each test, where the default provider chain looks first. */
final class OurKeys implements BeforeEachCallback, AfterEachCallback {
  private static final String ID = "aws.accessKeyId";
  private static final String SECRET = "aws.secretAccessKey";

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setProperty(ID, "OURKEY");
    System.setProperty(SECRET, "ours");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.clearProperty(ID);
    System.clearProperty(SECRET);
  }
}
