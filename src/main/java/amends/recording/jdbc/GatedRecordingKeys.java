package amends.recording.jdbc;

import amends.kernel.jdbc.Database;
import amends.recording.RecordingKeys;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Keys behind the gates of a PostgreSQL, for a desk whose connection is the person's own login. */
public final class GatedRecordingKeys implements RecordingKeys {
    private final Database database;

    public GatedRecordingKeys(Database database) {
        this.database = database;
    }

    @Override
    public void keep(UUID recording, byte[] secret) {
        String text = Base64.getEncoder().encodeToString(secret);
        database.handle(h -> h.select("select gate.keep_recording_key(?, ?)", recording, text)
                .mapToMap()
                .list());
    }

    @Override
    public Optional<byte[]> of(UUID entry) {
        return database.handle(
                h -> h.createQuery("select key from gate.recording_key(:entry) key where key is not null")
                        .bind("entry", entry)
                        .mapTo(String.class)
                        .findOne()
                        .map(Base64.getDecoder()::decode));
    }
}
