package dev.kickoff.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that this process alone uses, as a lock beside it says; closing it lets go. */
final class FileClaim implements AutoCloseable {
  private final FileChannel channel;

  private FileClaim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Claims a file, which need not exist; its folder is made when it is missing.
   *
   * @throws IllegalStateException when another process has it, or its folder cannot be used
   */
  static FileClaim of(Path file) {
    Path lock = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(lock.getParent());
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            file + " is used by another process; give each a file of its own");
      }
      return new FileClaim(channel);
    } catch (IOException e) {
      throw new IllegalStateException("cannot use the file " + file + ": " + e, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot let go of a file", e);
    }
  }
}
