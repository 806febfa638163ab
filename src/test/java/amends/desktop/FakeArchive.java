package amends.desktop;

import amends.media.AudioDevices;
import amends.media.AudioSink;
import amends.media.AudioSource;
import amends.recording.Recording;
import amends.recording.RecordingLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts, recordings and devices as a test fills them. */
public final class FakeArchive implements RecordingLibrary, AudioDevices {
    public final FakeContacts contacts = new FakeContacts();
    public final List<Recording> recordings = new ArrayList<>();
    public final Map<UUID, Sound> sounds = new HashMap<>();
    public final List<short[]> heard = new ArrayList<>();
    public volatile String soundTrouble = "";
    public volatile boolean databaseAway;

    public DesktopPorts.Archive port(String agentName) {
        return new DesktopPorts.Archive(contacts, this, this, id -> agentName, () -> databaseAway);
    }

    @Override
    public List<Recording> latest(int most) {
        if (databaseAway) throw new amends.kernel.StoreUnavailable("away", null);
        return recordings;
    }

    @Override
    public Sound open(UUID recording) throws CannotOpen {
        if (!sounds.containsKey(recording)) throw new CannotOpen(Obstacle.FILE_MISSING, "the file is missing", null);
        return sounds.get(recording);
    }

    @Override
    public AudioSource openMicrophone() {
        throw new UnsupportedOperationException("nobody speaks here");
    }

    @Override
    public AudioSink openSpeaker() {
        return new AudioSink() {
            @Override
            public void write(short[] frame) {
                heard.add(frame.clone());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String trouble() {
        return soundTrouble;
    }
}
