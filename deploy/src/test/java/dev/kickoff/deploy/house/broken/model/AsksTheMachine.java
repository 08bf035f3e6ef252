package dev.kickoff.deploy.house.broken.model;

import java.time.ZoneId;
import java.util.Locale;

/** Breaks: the model gives the same answer on every machine. */
class AsksTheMachine {
  final ZoneId zone = ZoneId.systemDefault();
  final Locale locale = Locale.getDefault();
}
