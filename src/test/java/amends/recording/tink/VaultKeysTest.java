package amends.recording.tink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Ids;
import amends.recording.Sealing.Unwrapping;
import amends.recording.SealingFailed;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeysTest {
    @TempDir
    Path folder;

    @BeforeEach
    void create() throws IOException {
        VaultKeys.create(folder);
    }

    private TinkSealing publicOnly() throws IOException {
        Path desk = Files.createDirectories(folder.resolve("desk"));
        Files.copy(folder.resolve(VaultKeys.PUBLIC), desk.resolve(VaultKeys.PUBLIC));
        return VaultKeys.sealing(desk);
    }

    @Test
    void only_its_owner_can_read_the_private_keyset() throws IOException {
        var permissions = Files.getPosixFilePermissions(folder.resolve(VaultKeys.PRIVATE));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void the_public_keyset_holds_nothing_secret() throws IOException {
        assertThat(folder.resolve(VaultKeys.PUBLIC))
                .content()
                .contains("ASYMMETRIC_PUBLIC")
                .doesNotContain("PRIVATE");
    }

    @Test
    void a_pair_is_never_overwritten() {
        assertThatThrownBy(() -> VaultKeys.create(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void what_the_public_key_wraps_the_private_one_unwraps_for_the_same_recording() throws IOException {
        var id = Ids.next();
        byte[] wrapped = publicOnly().newKey(id).wrapped();
        assertThat(VaultKeys.sealing(folder).unwrap(id, wrapped)).isInstanceOf(Unwrapping.Opened.class);
    }

    @Test
    void a_key_does_not_open_another_recording() throws IOException {
        byte[] wrapped = publicOnly().newKey(Ids.next()).wrapped();
        assertThat(VaultKeys.sealing(folder).unwrap(Ids.next(), wrapped)).isInstanceOf(Unwrapping.Broken.class);
    }

    @Test
    void the_public_key_alone_opens_nothing() throws IOException {
        var id = Ids.next();
        var desk = publicOnly();
        assertThat(desk.unwrap(id, desk.newKey(id).wrapped())).isInstanceOf(Unwrapping.NoKey.class);
    }

    @Test
    void a_file_that_is_no_keyset_is_named() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        assertThatThrownBy(() -> VaultKeys.sealing(other))
                .isInstanceOf(SealingFailed.class)
                .hasMessageContaining(VaultKeys.PUBLIC);
        Files.writeString(other.resolve(VaultKeys.PUBLIC), "{\"key\":");
        assertThatThrownBy(() -> VaultKeys.sealing(other))
                .isInstanceOf(SealingFailed.class)
                .hasMessageContaining("no keyset");
        Files.copy(
                folder.resolve(VaultKeys.PRIVATE),
                other.resolve(VaultKeys.PUBLIC),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> VaultKeys.sealing(other)).isInstanceOf(SealingFailed.class);
    }
}
