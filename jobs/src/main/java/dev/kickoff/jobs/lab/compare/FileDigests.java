package dev.kickoff.jobs.lab.compare;

import dev.kickoff.connectors.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256 of files as they are, so that a ledger says exactly what was read. */
public final class FileDigests {
  private FileDigests() {}

  /** Digests in hex, by the files' names as they were given. */
  public static Map<String, String> of(List<Path> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.toString(), of(file)));
    return digests;
  }

  private static String of(Path file) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(InputFile.open(file), sha)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
