package dev.kickoff.jobs.api.http;

import io.javalin.Javalin;

/** Routes that belong together and are added to the server as one. */
public interface ApiPart {
  void addTo(Javalin app);
}
