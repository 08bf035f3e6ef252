package dev.kickoff.jobs.lab.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Words of a person, as they may stand in a program that is written for another tool. */
final class Quoted {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Quoted() {}

  /** A string literal, the same in JSON, JavaScript and Python. */
  static String text(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a text cannot be quoted", e);
    }
  }

  /** In a comment or a Python docstring of one line: without what could end either. */
  static String comment(String text) {
    return text.replaceAll("[\\p{Cntrl}\\\\\"\\u2028\\u2029]", " ").replace("*/", "* /");
  }
}
