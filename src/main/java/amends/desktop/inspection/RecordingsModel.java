package amends.desktop.inspection;

import amends.contact.Contact;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.PhoneNumber;
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
    private final PlayerModel player;
    private List<RecordingRow> rows = List.of();
    private Listing listing = Listing.LOADING;

    public RecordingsModel(
            DesktopPorts.Archive archive, PostingWork work, PlayerModel player, UUID agent, String homeRegion) {
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

    /** Chooses the recording of a call, where it is one of those listed. */
    public void chooseCall(String call) {
        rows.stream().filter(r -> r.recording().call().equals(call)).findFirst().ifPresent(this::choose);
    }

    public Listing listing() {
        return listing;
    }

    public List<RecordingRow> rows() {
        return rows;
    }

    Optional<RecordingRow> chosen() {
        return player.track()
                .flatMap(track -> rows.stream()
                        .filter(r -> r.recording().id().equals(track.recording()))
                        .findFirst());
    }

    public PlayerModel player() {
        return player;
    }

    public void choose(RecordingRow row) {
        player.choose(PlayerModel.Track.of(row.recording()));
    }
}
