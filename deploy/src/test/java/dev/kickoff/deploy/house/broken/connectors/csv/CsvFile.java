package dev.kickoff.deploy.house.broken.connectors.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.kickoff.deploy.house.broken.connectors.ical.IcalFile;
import dev.kickoff.deploy.house.broken.jobs.api.ConsoleServer;

/** Breaks, with IcalFile: connectors know neither each other nor jobs. */
public record CsvFile(IcalFile twin, ConsoleServer server, CsvReader<String> allowed) {}
