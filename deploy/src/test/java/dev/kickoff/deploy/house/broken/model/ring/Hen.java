package dev.kickoff.deploy.house.broken.model.ring;

import dev.kickoff.deploy.house.broken.model.ring.inner.Egg;

/** Breaks, with Egg: packages form no cycle. */
public record Hen(Egg from) {}
