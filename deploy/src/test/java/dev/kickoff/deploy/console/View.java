package dev.kickoff.deploy.console;

import com.microsoft.playwright.options.ColorScheme;

/** A screen. */
record View(int width, int height, ColorScheme scheme) {
  static final View DESKTOP_LIGHT = new View(1280, 720, ColorScheme.LIGHT);
  static final View DESKTOP_DARK = new View(1280, 720, ColorScheme.DARK);
  static final View PHONE_LIGHT = new View(390, 844, ColorScheme.LIGHT);
  static final View PHONE_DARK = new View(390, 844, ColorScheme.DARK);
}
