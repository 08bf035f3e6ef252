package dev.kickoff.connectors.sqlite;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bodies as they are kept: deflated. */
final class Packed {
  private static final int BUFFER = 8_192;

  private Packed() {}

  static byte[] pack(byte[] body) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(body);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int read = inflater.inflate(buffer);
        if (read == 0 && inflater.needsInput()) {
          throw new IllegalStateException("a record that is kept ends early");
        }
        body.write(buffer, 0, read);
      }
      return body.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a record that is kept cannot be unpacked", e);
    } finally {
      inflater.end();
    }
  }
}
