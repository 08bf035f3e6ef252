package dev.kickoff.jobs.api.view;

/**
 * A change of a view.
 *
 * @param key what changed within the topic; a later change with the same key replaces this one
 * @param record the model record that was accepted
 */
public record ViewChange(ViewTopic topic, String key, Object record) {}
