package dev.kickoff.deploy.house.broken.model.fleet;

/** Stands in for the real Fleet. */
public interface Fleet {
  int describe(String group);

  int scale(int hosts);
}
