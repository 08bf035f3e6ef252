package dev.kickoff.jobs.lab.export;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an exported policy goes.
 *
 * @param folder of the code's files; empty: none are written
 * @param isTaken whether stdout has something else than words for people
 */
public record ExportTarget(
    Optional<Path> folder, PrintWriter out, PrintWriter err, boolean isTaken) {}
