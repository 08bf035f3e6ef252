package dev.kickoff.jobs.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevTokenTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("home/.kickoff/dev-token");
  }

  @Test
  void isMadeOnceForItsOwnerOnlyAndFoundAgain() throws IOException {
    DevToken made = DevToken.in(file());
    assertThat(made.created()).isTrue();
    assertThat(made.token()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    DevToken found = DevToken.in(file());
    assertThat(found.created()).isFalse();
    assertThat(found.token()).isEqualTo(made.token());
    assertThat(found.check().check(made.token()).may(Role.ADMIN)).isTrue();
    assertThatThrownBy(() -> found.check().check(made.token() + "x"))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void isNotUsedWhereOthersCanReadIt() throws IOException {
    DevToken.in(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> DevToken.in(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only its owner can read")
        .hasMessageContaining("delete it");
  }

  @Test
  void isNotTakenFromALinkOrFromAnotherText() throws IOException {
    DevToken.in(file());
    Path link = Files.createSymbolicLink(folder.resolve("link"), file());
    assertThatThrownBy(() -> DevToken.in(link)).isInstanceOf(IllegalStateException.class);
    Files.writeString(file(), "short\n");
    assertThatThrownBy(() -> DevToken.in(file()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no token");
  }
}
