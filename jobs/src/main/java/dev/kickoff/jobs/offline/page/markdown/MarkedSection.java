package dev.kickoff.jobs.offline.page.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that is made by a program: what stands between two marks. */
public final class MarkedSection {
  private static final String BEGIN = "<!-- evaluation: begin -->";
  private static final String END = "<!-- evaluation: end -->";

  private final Path file;

  private MarkedSection(Path file) {
    this.file = file;
  }

  /** A document without the section: what stands before it, and after it. */
  private record Around(String before, String after) {}

  /**
   * The section of {@code file}.
   *
   * @throws IllegalArgumentException when it cannot be read or has not both marks, each once, in
   *     this order; the message says what to do
   */
  public static MarkedSection in(Path file) {
    around(file);
    return new MarkedSection(file);
  }

  /**
   * Puts {@code text} between the marks of the document as it now is: somebody may have written in
   * it since.
   *
   * @throws IllegalArgumentException as {@link #in}
   */
  public void replace(String text) {
    Around around = around(file);
    try {
      Files.writeString(file, around.before() + "\n" + text + around.after());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }

  /** What is called {@code name} in the folder of the document. */
  public Path beside(String name) {
    return file.resolveSibling(name);
  }

  private static Around around(Path file) {
    String text = read(file);
    int begin = only(file, text, BEGIN);
    int end = only(file, text, END);
    if (end < begin) {
      throw new IllegalArgumentException(
          file + ": '" + END + "' stands before '" + BEGIN + "'; swap the two lines");
    }
    return new Around(text.substring(0, begin + BEGIN.length()), text.substring(end));
  }

  private static int only(Path file, String text, String mark) {
    int at = text.indexOf(mark);
    if (at < 0 || text.indexOf(mark, at + 1) >= 0) {
      throw new IllegalArgumentException(
          String.format(
              "%s: has the line '%s' %s; write '%s' and '%s' once each, in lines of their own,"
                  + " where the section belongs",
              file, mark, at < 0 ? "nowhere" : "twice", BEGIN, END));
    }
    return at;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": cannot be read (" + e.getMessage() + "); check the path", e);
    }
  }
}
