package amends.desktop.inspection;

import amends.contact.Contact;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.PhoneNumber;
import amends.recording.Recording;
import amends.recording.RecordingLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** This agent's recordings and the one being heard. */
public final class RecordingsModel extends PresentationModel {
    static final int MOST = 200;

    /** How far the list is. */
    public enum Listing {
        LOADING,
        LISTED,
        UNAVAILABLE
    }

    private final DesktopPorts.Archive archive;
    private final PostingWork work;
    private final String homeRegion;
    private final UUID agent;
    private final Player player;
    private List<RecordingRow> rows = List.of();
    private Listing listing = Listing.LOADING;
    private Optional<UUID> open = Optional.empty();
    private Optional<RecordingLibrary.Sound> sound = Optional.empty();
    private Optional<String> cannotOpen = Optional.empty();

    public RecordingsModel(
            DesktopPorts.Archive archive, PostingWork work, Player player, UUID agent, String homeRegion) {
        this.archive = archive;
        this.work = work;
        this.player = player;
        this.agent = agent;
        this.homeRegion = homeRegion;
    }

    public void load() {
        work.ask(this::fetch, this::loaded, failure -> {
            listing = Listing.UNAVAILABLE;
            changed();
        });
    }

    private List<RecordingRow> fetch() {
        Map<String, String> numbers = new HashMap<>();
        for (Contact contact : archive.contacts().ofAgent(agent, MOST)) numbers.put(contact.call(), contact.number());
        return archive.recordings().latest(MOST).stream()
                .map(r -> new RecordingRow(r, archive.agentName().apply(r.agent()), shown(numbers.get(r.call()))))
                .toList();
    }

    private String shown(String number) {
        if (number == null) return "";
        return PhoneNumber.parse(number, homeRegion)
                .map(n -> n.shownIn(homeRegion))
                .orElse(number);
    }

    private void loaded(List<RecordingRow> found) {
        rows = found;
        listing = Listing.LISTED;
        changed();
    }

    public Listing listing() {
        return listing;
    }

    public List<RecordingRow> rows() {
        return rows;
    }

    /** The one chosen, whether its sound is there yet or not. */
    public Optional<RecordingRow> chosen() {
        return open.flatMap(
                id -> rows.stream().filter(r -> r.recording().id().equals(id)).findFirst());
    }

    /** Its sound; empty while it is opened and when it cannot be. */
    public Optional<RecordingLibrary.Sound> sound() {
        return sound;
    }

    /** Why it cannot be heard, in English, from the library. */
    public Optional<String> cannotOpen() {
        return cannotOpen;
    }

    public Player player() {
        return player;
    }

    public void choose(RecordingRow row) {
        UUID id = row.recording().id();
        if (open.filter(id::equals).isPresent()) return;
        player.close();
        open = Optional.of(id);
        sound = Optional.empty();
        cannotOpen = Optional.empty();
        changed();
        if (row.recording().state() == Recording.State.RUNNING) return;
        work.ask(
                () -> archive.recordings().open(id),
                opened -> opened(id, opened),
                failure -> failed(id, String.valueOf(failure.getMessage())));
    }

    private void opened(UUID id, RecordingLibrary.Sound opened) {
        if (open.filter(id::equals).isEmpty()) return;
        sound = Optional.of(opened);
        player.load(opened);
        changed();
    }

    private void failed(UUID id, String why) {
        if (open.filter(id::equals).isEmpty()) return;
        cannotOpen = Optional.of(why);
        changed();
    }

    public void togglePlay() {
        if (sound.isPresent()) player.toggle();
        changed();
    }

    /** Moves by so many seconds, negative for back. */
    public void skip(int seconds) {
        player.seek(player.position() + seconds);
        changed();
    }

    /** @param second from the beginning */
    public void seek(double second) {
        player.seek(second);
        changed();
    }

    /** A call comes first: what plays stops where it is. */
    public void pause() {
        if (!player.isPlaying()) return;
        player.toggle();
        changed();
    }

    /** Called ten times a second. */
    public void tick() {
        if (player.isPlaying() || player.justEnded()) changed();
    }
}
