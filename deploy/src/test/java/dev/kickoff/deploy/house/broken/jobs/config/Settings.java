package dev.kickoff.deploy.house.broken.jobs.config;

import dev.kickoff.deploy.house.broken.connectors.aws.Groups;
import dev.kickoff.deploy.house.broken.jobs.api.ConsoleServer;

/** The step between the forecast job and AWS; and half a cycle. */
public record Settings(Groups groups, ConsoleServer server) {}
