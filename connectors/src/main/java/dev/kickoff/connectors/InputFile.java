package dev.kickoff.connectors;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that somebody named; opening it says clearly why it cannot be read. */
public final class InputFile {
  private InputFile() {}

  /**
   * Opens {@code file}.
   *
   * @throws InputException when it is not there, not a file, or may not be read
   */
  public static InputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw unreadable(file, "is a directory", "name a file in it");
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * All of {@code file} as UTF-8 without a byte order mark; a byte that is not UTF-8 becomes
   * U+FFFD.
   *
   * @throws InputException as {@link #open}, and when it has more than {@code maxBytes}
   */
  public static String text(Path file, int maxBytes) {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new InputException(
            new Problem(
                Place.of(file),
                ProblemKind.TOO_LARGE,
                "has more than " + maxBytes + " bytes",
                "split it, or leave out what is long past"));
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** What to throw when reading {@code file} failed with {@code e}. */
  public static InputException failed(Path file, Exception e) {
    if (e instanceof NoSuchFileException) {
      return unreadable(file, "does not exist", "check the path");
    }
    if (e instanceof AccessDeniedException) {
      return unreadable(file, "may not be read", "check its permissions");
    }
    return unreadable(file, "cannot be read (" + e.getMessage() + ")", "check the file");
  }

  private static InputException unreadable(Path file, String what, String remedy) {
    return new InputException(new Problem(Place.of(file), ProblemKind.UNREADABLE, what, remedy));
  }
}
