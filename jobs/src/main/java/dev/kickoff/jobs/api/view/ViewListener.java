package dev.kickoff.jobs.api.view;

/** Hears of every change after it is visible; must return at once and never throw. */
public interface ViewListener {
  void changed(ViewChange change);
}
