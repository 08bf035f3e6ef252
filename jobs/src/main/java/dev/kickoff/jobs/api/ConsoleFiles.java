package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** The files of the console, from the class path under {@code /console}; nothing else is served. */
final class ConsoleFiles {
  private static final Pattern NAME =
      Pattern.compile("(?:[a-zA-Z0-9_-]+/)*[a-zA-Z0-9_.-]+\\.([a-z]+)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "svg", "image/svg+xml");

  private record File(byte[] bytes, String type, String tag) {}

  private final Map<String, File> files = new ConcurrentHashMap<>();

  /** Answers with the file at the path of the request; {@code /} is the page itself. */
  void serve(Context ctx) {
    String path = ctx.path().equals("/") ? "index.html" : ctx.path().substring(1);
    File file =
        Optional.ofNullable(files.get(path))
            .or(() -> read(path))
            .orElseThrow(
                () ->
                    new Refusal(
                        404,
                        "nothing is at "
                            + ctx.path()
                            + "; the console is at /, the API under /v1"));
    files.putIfAbsent(path, file);
    ctx.header("Cache-Control", "no-cache").header("ETag", file.tag());
    if (file.tag().equals(ctx.header("If-None-Match"))) {
      ctx.status(304);
    } else {
      ctx.contentType(file.type()).result(file.bytes());
    }
  }

  private static Optional<File> read(String path) {
    Matcher name = NAME.matcher(path);
    String type = name.matches() ? TYPES.get(name.group(1)) : null;
    if (type == null) {
      return Optional.empty();
    }
    try (InputStream in = ConsoleFiles.class.getResourceAsStream("/console/" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(bytes);
      return Optional.of(new File(bytes, type, "\"" + Long.toHexString(sum.getValue()) + "\""));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read console file " + path, e);
    }
  }
}
