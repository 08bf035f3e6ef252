package dev.kickoff.deploy.house.broken.jobs;

/** Breaks: a name says what a type is. The last two keep the rule. */
class EmptyNames {
  interface FleetImpl {}

  interface TimeUtil {}

  interface TimeUtils {}

  interface PlanHelper {}

  interface PlanManager {}

  interface AbstractFleet {}

  interface BaseStore {}

  interface Baseline {}

  interface Abstraction {}
}
