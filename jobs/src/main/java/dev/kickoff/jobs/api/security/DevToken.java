package dev.kickoff.jobs.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * The development token: 256 random bits in a file that only its owner can read. Whoever holds it
 * may do everything; it serves on the loopback address only.
 *
 * @param file where it is
 * @param token itself
 * @param created whether it was made just now, and so has not been shown yet
 */
public record DevToken(Path file, String token, boolean created) {
  /** How the holder is called in what is ordered and audited. */
  public static final String HOLDER_PREFIX = "dev:";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final int LENGTH = 43;

  /** Where it is unless somebody says otherwise. */
  public static Path standardFile() {
    return Path.of(System.getProperty("user.home"), ".kickoff", "dev-token");
  }

  /**
   * The token of a file, which is made, with its folder, when it is missing.
   *
   * @throws IllegalStateException when others can read it, or it holds no token
   */
  public static DevToken in(Path file) {
    try {
      return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : create(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the token file " + file, e);
    }
  }

  private static DevToken create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    String token = Secrets.create();
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, token + "\n", StandardOpenOption.WRITE);
    return new DevToken(file, token, true);
  }

  private static DevToken read(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
      throw new IllegalStateException(
          "the token in "
              + file
              + " may be known to others: it must be a plain file that only its owner can read;"
              + " delete it, and a new one is made");
    }
    String token = Files.readString(file).strip();
    if (!token.matches("[A-Za-z0-9_-]{" + LENGTH + ",}")) {
      throw new IllegalStateException(
          file + " holds no token of Kickoff; delete it, and a new one is made");
    }
    return new DevToken(file, token, false);
  }

  /** What tells its holder, who may do everything, from everybody else. */
  public TokenCheck check() {
    KnownTokens tokens = new KnownTokens();
    String name = HOLDER_PREFIX + System.getProperty("user.name", "unknown");
    tokens.know(token, new Caller(name, Set.of(Role.ADMIN)));
    return tokens;
  }
}
