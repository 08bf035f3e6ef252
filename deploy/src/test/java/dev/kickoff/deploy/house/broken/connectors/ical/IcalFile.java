package dev.kickoff.deploy.house.broken.connectors.ical;

import dev.kickoff.deploy.house.broken.connectors.csv.CsvFile;

/** Breaks, with CsvFile: connectors know neither each other nor jobs. */
public record IcalFile(CsvFile twin) {}
