package amends.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A vault on a disk with room for so many bytes only. */
final class FillingVault implements Vault {
    private final Vault disk;
    private final long room;

    FillingVault(Vault disk, long room) {
        this.disk = disk;
        this.room = room;
    }

    @Override
    public SeekableByteChannel create(String name) throws IOException {
        var file = disk.create(name);
        return new SeekableByteChannel() {
            @Override
            public int write(ByteBuffer from) throws IOException {
                if (file.position() + from.remaining() > room) throw new IOException("No space left on device");
                return file.write(from);
            }

            @Override
            public int read(ByteBuffer into) throws IOException {
                return file.read(into);
            }

            @Override
            public long position() throws IOException {
                return file.position();
            }

            @Override
            public SeekableByteChannel position(long at) throws IOException {
                file.position(at);
                return this;
            }

            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                file.truncate(size);
                return this;
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public SeekableByteChannel read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public SeekableByteChannel change(String name) throws IOException {
        return disk.change(name);
    }

    @Override
    public void settle(SeekableByteChannel file) throws IOException {
        disk.settle(file);
    }

    @Override
    public boolean delete(String name) throws IOException {
        return disk.delete(name);
    }

    @Override
    public List<String> files() throws IOException {
        return disk.files();
    }

    @Override
    public Chain chain() {
        return disk.chain();
    }

    @Override
    public List<Chain> chains() throws IOException {
        return disk.chains();
    }
}
