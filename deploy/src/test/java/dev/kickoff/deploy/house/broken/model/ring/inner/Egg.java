package dev.kickoff.deploy.house.broken.model.ring.inner;

import dev.kickoff.deploy.house.broken.model.ring.Hen;

/** Breaks, with Hen: a package and its sub-package are two packages. */
public record Egg(Hen from) {}
