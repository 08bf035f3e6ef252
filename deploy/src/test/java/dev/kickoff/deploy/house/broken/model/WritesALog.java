package dev.kickoff.deploy.house.broken.model;

import java.util.logging.Logger;

/** Breaks: the model explains itself in its results, not in a log. */
class WritesALog {
  final Logger logger = Logger.getLogger("model");
  final System.Logger system = System.getLogger("model");
}
