package dev.kickoff.jobs.proof;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the control loop silent through a class: each simulated call and failure is a line. */
final class QuietLoop implements BeforeAllCallback, AfterAllCallback {
  private static final String LOOP = "dev.kickoff.jobs.control";

  @Override
  public void beforeAll(ExtensionContext context) {
    Configurator.setLevel(LOOP, Level.OFF);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Configurator.setLevel(LOOP, Level.INFO);
  }
}
