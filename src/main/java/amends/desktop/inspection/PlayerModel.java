package amends.desktop.inspection;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.recording.Recording;
import amends.recording.RecordingLibrary.CannotOpen;
import amends.recording.RecordingLibrary.Obstacle;
import amends.recording.RecordingLibrary.Sound;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The recording that is heard: opened, played, sought through. */
public final class PlayerModel extends PresentationModel {
    /** Opens a recording; blocks. */
    public interface Opener {
        Sound open(UUID recording) throws CannotOpen;
    }

    /** What of a recording is to be known before it is opened. */
    record Track(UUID recording, Recording.State state, boolean announced) {
        static Track of(Recording recording) {
            return new Track(recording.id(), recording.state(), recording.announced());
        }
    }

    private final Opener opener;
    private final PostingWork work;
    private final Player player;
    private Optional<Track> track = Optional.empty();
    private Optional<Sound> sound = Optional.empty();
    private Optional<Obstacle> cannotOpen = Optional.empty();

    public PlayerModel(Opener opener, PostingWork work, Player player) {
        this.opener = opener;
        this.work = work;
        this.player = player;
    }

    /** The one chosen, whether its sound is there yet or not. */
    Optional<Track> track() {
        return track;
    }

    /** Its sound; empty while it is opened and when it cannot be. */
    Optional<Sound> sound() {
        return sound;
    }

    Optional<Obstacle> cannotOpen() {
        return cannotOpen;
    }

    Player player() {
        return player;
    }

    Duration position() {
        return Duration.ofMillis((long) (player.position() * 1000));
    }

    Duration length() {
        return sound.map(s -> Duration.ofMillis(1000L * s.customer().length / s.rate()))
                .orElse(Duration.ZERO);
    }

    /** Opening it anew while it is the one chosen does nothing. */
    void choose(Track next) {
        if (track.filter(t -> t.recording().equals(next.recording())).isPresent()) return;
        player.close();
        track = Optional.of(next);
        sound = Optional.empty();
        cannotOpen = Optional.empty();
        changed();
        if (next.state() == Recording.State.RUNNING) return;
        work.ask(
                () -> opener.open(next.recording()),
                opened -> opened(next, opened),
                failure -> failed(next, failure instanceof CannotOpen e ? e.obstacle() : Obstacle.UNAVAILABLE));
    }

    private void opened(Track which, Sound opened) {
        if (track.filter(which::equals).isEmpty()) return;
        sound = Optional.of(opened);
        player.load(opened);
        changed();
    }

    private void failed(Track which, Obstacle obstacle) {
        if (track.filter(which::equals).isEmpty()) return;
        cannotOpen = Optional.of(obstacle);
        changed();
    }

    public void togglePlay() {
        if (sound.isPresent()) player.toggle();
        changed();
    }

    /** Moves by so many seconds, negative for back. */
    public void skip(int seconds) {
        seek(player.position() + seconds);
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
