package amends.recording.folder;

import amends.kernel.Ids;
import amends.recording.Chain;
import amends.recording.Vault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * <pre>
 * recordings/desk                      names this desk, made at the first need
 * recordings/2026-01-05/(id).ogg.sealed
 * recordings/chain/(desk).chain
 * </pre>
 *
 * Nothing is made before the first recording, so that a folder that cannot be written stops no desk from starting.
 */
public final class FolderVault implements Vault, AutoCloseable {
    static final String SUFFIX = ".ogg.sealed";
    private static final String CHAIN_SUFFIX = ".chain";
    private final Path root;
    private final FolderChain chain;

    public FolderVault(Path root) {
        this.root = root.toAbsolutePath().normalize();
        chain = new FolderChain(this::deskName, name -> chains(this.root).resolve(name + CHAIN_SUFFIX));
    }

    private static Path chains(Path root) {
        return root.resolve("chain");
    }

    /** Where a recording's file lies. */
    public Path path(String name) throws IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) throw new IOException("not inside the vault: " + name.length() + " characters");
        return file;
    }

    @Override
    public SeekableByteChannel create(String name) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }

    @Override
    public SeekableByteChannel read(String name) throws IOException {
        return FileChannel.open(path(name), StandardOpenOption.READ);
    }

    @Override
    public SeekableByteChannel change(String name) throws IOException {
        return FileChannel.open(path(name), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void settle(SeekableByteChannel file) throws IOException {
        if (file instanceof FileChannel channel) channel.force(true);
    }

    @Override
    public boolean delete(String name) throws IOException {
        return Files.deleteIfExists(path(name));
    }

    @Override
    public List<String> files() throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (Stream<Path> all = Files.walk(root, 2)) {
            return all.filter(f -> f.getFileName().toString().endsWith(SUFFIX))
                    .map(f -> root.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public List<Chain> chains() throws IOException {
        if (!Files.isDirectory(chains(root))) return List.of();
        var found = new ArrayList<Chain>();
        try (Stream<Path> files = Files.list(chains(root))) {
            files.filter(f -> f.toString().endsWith(CHAIN_SUFFIX)).sorted().forEach(f -> found.add(existing(f)));
        }
        return found;
    }

    private static Chain existing(Path file) {
        String name = file.getFileName().toString();
        String desk = name.substring(0, name.length() - CHAIN_SUFFIX.length());
        return new FolderChain(() -> desk, any -> file);
    }

    private String deskName() throws IOException {
        Path file = root.resolve("desk");
        Files.createDirectories(root);
        try {
            Files.writeString(file, Ids.next().toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // named at an earlier start
        }
        String name = Files.readString(file).strip();
        if (!name.matches("[A-Za-z0-9-]{1,64}")) throw new IOException(file + " does not name a desk");
        return name;
    }

    @Override
    public void close() throws IOException {
        chain.close();
    }
}
