package amends.recording.folder;

import amends.recording.Chain;
import amends.recording.ChainLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A text file of one link a line. Held by one desk alone while it is added to: two writers would fork it. */
final class FolderChain implements Chain, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderChain.class);

    interface Naming {
        String name() throws IOException;
    }

    interface Place {
        Path file(String desk);
    }

    private final Naming naming;
    private final Place place;
    private final ReentrantLock appending = new ReentrantLock();
    private FileChannel file;
    private FileChannel lockFile;
    private ChainLink head;

    FolderChain(Naming naming, Place place) {
        this.naming = naming;
        this.place = place;
    }

    @Override
    public String desk() throws IOException {
        return naming.name();
    }

    private Path path() throws IOException {
        return place.file(desk());
    }

    @Override
    public ChainLink append(ChainLink.Kind kind, UUID recording, String digest, String facts, Instant at)
            throws IOException {
        appending.lock();
        try {
            if (file == null) open();
            var link = ChainLink.after(Optional.ofNullable(head), kind, recording, digest, facts, at);
            var line = ByteBuffer.wrap((link.line() + "\n").getBytes(StandardCharsets.UTF_8));
            long end = file.size();
            try {
                while (line.hasRemaining()) file.write(line, end + line.position());
                file.force(true);
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
            head = link;
            return link;
        } finally {
            appending.unlock();
        }
    }

    @Override
    public void hold() throws IOException {
        appending.lock();
        try {
            if (file == null) open();
        } finally {
            appending.unlock();
        }
    }

    private void open() throws IOException {
        Path path = path();
        Files.createDirectories(path.getParent());
        lockFile = locked(path.resolveSibling(path.getFileName() + ".lock"));
        cutTornLine(path);
        head = null;
        Optional<String> fault = walk(link -> head = link);
        if (fault.isPresent()) {
            lockFile.close();
            throw new IOException("no link is added to a chain that does not hold: " + fault.get());
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileChannel locked(Path path) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) return channel;
        } catch (OverlappingFileLockException e) {
            // another desk in this very process
        }
        channel.close();
        throw new IOException("another desk already records into this vault");
    }

    /** A loss of power can leave half a line, which no one ever relied on: a link counts once its line ends. */
    private static void cutTornLine(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            var one = ByteBuffer.allocate(1);
            while (end > 0) {
                channel.read(one.clear(), end - 1);
                if (one.get(0) == '\n') break;
                end--;
            }
            if (end == channel.size()) return;
            LOG.warn("{}: half a line at its end was cut off", path);
            channel.truncate(end);
        }
    }

    @Override
    public Optional<String> walk(Consumer<ChainLink> each) throws IOException {
        Path path = path();
        if (!Files.exists(path)) return Optional.empty();
        try (var lines = new BufferedReader(
                Channels.newReader(Files.newByteChannel(path), StandardCharsets.US_ASCII.newDecoder(), -1))) {
            Optional<ChainLink> previous = Optional.empty();
            for (long number = 1; ; number++) {
                String line = line(lines);
                if (line == null) return Optional.empty();
                var link = ChainLink.parse(line);
                if (link.isEmpty() || !link.get().follows(previous))
                    return Optional.of(path.getFileName() + " line " + number + " was changed");
                each.accept(link.get());
                previous = link;
            }
        } catch (CharacterCodingException e) {
            return Optional.of(path.getFileName() + " was changed: it is no text");
        }
    }

    /** Bounded, whatever the file is. A last line without its end is being written and does not count. */
    private static String line(BufferedReader from) throws IOException {
        var line = new StringBuilder();
        for (int c = from.read(); c >= 0; c = from.read()) {
            if (c == '\n') return line.toString();
            if (line.length() > ChainLink.LONGEST_LINE) return line.toString();
            line.append((char) c);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        appending.lock();
        try {
            if (file == null) return;
            file.close();
            lockFile.close();
            file = null;
        } finally {
            appending.unlock();
        }
    }
}
