package dev.kickoff.deploy.console;

import com.microsoft.playwright.options.ColorScheme;

/** A screen. */
record View(int width, int height, ColorScheme scheme, String zone) {
  static final View DESKTOP_LIGHT = new View(1280, 720, ColorScheme.LIGHT, "UTC");
  static final View DESKTOP_DARK = new View(1280, 720, ColorScheme.DARK, "UTC");
  static final View PARIS = new View(1280, 720, ColorScheme.LIGHT, "Europe/Paris");
  static final View PHONE_LIGHT = new View(390, 844, ColorScheme.LIGHT, "UTC");
  static final View PHONE_DARK = new View(390, 844, ColorScheme.DARK, "UTC");
}
