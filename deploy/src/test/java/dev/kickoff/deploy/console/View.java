package dev.kickoff.deploy.console;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** A screen. */
record View(int width, int height, ColorScheme scheme, String zone) {
  static final View DESKTOP_LIGHT = new View(1280, 720, ColorScheme.LIGHT, "UTC");
  static final View DESKTOP_DARK = new View(1280, 720, ColorScheme.DARK, "UTC");
  static final View PARIS = new View(1280, 720, ColorScheme.LIGHT, "Europe/Paris");
  static final View PHONE_LIGHT = new View(390, 844, ColorScheme.LIGHT, "UTC");
  static final View PHONE_DARK = new View(390, 844, ColorScheme.DARK, "UTC");
  static final View LARGE_LIGHT = new View(1920, 1080, ColorScheme.LIGHT, "UTC");
  static final View LARGE_DARK = new View(1920, 1080, ColorScheme.DARK, "UTC");
  static final List<View> ALL =
      List.of(DESKTOP_LIGHT, DESKTOP_DARK, LARGE_LIGHT, LARGE_DARK, PHONE_LIGHT, PHONE_DARK);

  /** Such as {@code 1280x720-light}. */
  String name() {
    return width + "x" + height + "-" + scheme.name().toLowerCase(Locale.ROOT);
  }
}
