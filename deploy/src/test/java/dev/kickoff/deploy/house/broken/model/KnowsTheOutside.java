package dev.kickoff.deploy.house.broken.model;

import dev.kickoff.deploy.house.broken.connectors.csv.CsvFile;
import dev.kickoff.deploy.house.broken.jobs.api.ConsoleServer;
import org.jspecify.annotations.Nullable;

/** Breaks: the model knows neither connectors nor jobs. */
class KnowsTheOutside {
  @Nullable CsvFile file;
  @Nullable ConsoleServer server;
}
