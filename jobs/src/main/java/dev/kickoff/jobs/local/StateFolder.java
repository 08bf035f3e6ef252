package dev.kickoff.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which a local engine keeps all that survives it; one process at a time. */
public final class StateFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private StateFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the folder, which is made when it is missing.
   *
   * @param fresh whether to delete what an earlier run left in it
   * @throws IllegalStateException when another process has it
   */
  public static StateFolder take(Path folder, boolean fresh) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "another kickoff runs in " + folder + "; stop it, or give this one --state FOLDER");
      }
      if (fresh) {
        empty(folder);
      }
      return new StateFolder(folder, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the folder " + folder, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst =
          files
              .filter(file -> !file.equals(folder) && !file.endsWith("lock"))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }

  public Path path() {
    return folder;
  }

  /** The broker's log. */
  public Path broker() {
    return folder.resolve("broker");
  }

  /** The job's checkpoints. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** The simulated fleet. */
  public Path fleet() {
    return folder.resolve("fleet");
  }

  /** What is kept of the past; it may be deleted, and is then read again from the topics. */
  public Path past() {
    return folder.resolve("past.db");
  }

  /** Lets other processes have it. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of " + folder, e);
    }
  }
}
