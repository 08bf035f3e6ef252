package dev.kickoff.jobs.client.request;

import java.util.Optional;

/**
 * Other circumstances for one group; what is empty stays as it is.
 *
 * @param demandFactor times the forecast, 0.01 to 100
 * @param leadTimeMinutes 0.1 to 240
 * @param order an order that would be given
 * @param event an event that would be added
 * @param move an event that would change
 */
public record WhatIf(
    String group,
    Optional<Double> demandFactor,
    Optional<Double> leadTimeMinutes,
    Optional<Order> order,
    Optional<EventDraft> event,
    Optional<EventEdit> move) {

  /**
   * How an event would change.
   *
   * @param factor times its lift, 0.01 to 100
   * @param cancel whether it would be called off
   */
  public record EventEdit(
      String uid,
      Optional<Integer> byMinutes,
      Optional<Integer> extendMinutes,
      Optional<Double> factor,
      boolean cancel) {
    Body body() {
      return new Body()
          .with("uid", uid)
          .with("byMinutes", byMinutes)
          .with("extendMinutes", extendMinutes)
          .with("factor", factor)
          .with("cancel", cancel);
    }
  }

  /** As the contract has it. */
  public Body body() {
    return new Body()
        .with("group", group)
        .with("demandFactor", demandFactor)
        .with("leadTimeMinutes", leadTimeMinutes)
        .with("order", order.map(Order::body))
        .with("event", event.map(EventDraft::body))
        .with("move", move.map(EventEdit::body));
  }
}
