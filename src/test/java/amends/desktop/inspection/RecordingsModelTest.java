package amends.desktop.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.inspection.RecordingsModel.Listing;
import amends.kernel.Timekeeper;
import amends.recording.RecordingLibrary;
import amends.recording.RecordingLibrary.Sound;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RecordingsModelTest {
    private final FakeDesk desk = new FakeDesk().onAnOrdinaryMorning();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final PostingWork work = new PostingWork(background::add, Runnable::run);
    private final Player player = new Player(desk.archive, work, Timekeeper.system());
    private final PlayerModel playing = new PlayerModel(desk.archive::open, work, player);
    private final RecordingsModel model =
            new RecordingsModel(desk.archive.port("李敏"), work, playing, desk.member.id(), "CN");

    private void inBackground() {
        while (!background.isEmpty()) background.remove().run();
    }

    @Test
    void recordings_are_listed_with_who_spoke() {
        model.load();
        assertThat(model.listing()).isEqualTo(Listing.LOADING);
        inBackground();
        assertThat(model.rows()).hasSize(3);
        assertThat(model.rows().getFirst().agent()).isEqualTo("李敏");
        assertThat(model.rows().getFirst().number()).isEqualTo("139 0013 9001");
    }

    @Test
    void a_database_that_is_away_is_said_and_comes_back() {
        desk.archive.databaseAway = true;
        model.load();
        inBackground();
        assertThat(model.listing()).isEqualTo(Listing.UNAVAILABLE);
        desk.archive.databaseAway = false;
        model.load();
        inBackground();
        assertThat(model.listing()).isEqualTo(Listing.LISTED);
    }

    @Test
    void a_recording_that_cannot_be_opened_says_why() {
        desk.archive.sounds.clear();
        model.load();
        inBackground();
        model.choose(model.rows().getFirst());
        inBackground();
        assertThat(playing.cannotOpen()).contains(RecordingLibrary.Obstacle.FILE_MISSING);
    }

    @Test
    void the_sound_of_one_chosen_before_does_not_come_over_the_present_one() {
        model.load();
        inBackground();
        model.choose(model.rows().get(0));
        model.choose(model.rows().get(1));
        inBackground();
        assertThat(playing.sound())
                .contains(
                        desk.archive.sounds.get(model.rows().get(1).recording().id()));
    }

    @Test
    void what_plays_is_heard_to_its_end_frame_by_frame() {
        var id = desk.archive.recordings.getFirst().id();
        desk.archive.sounds.put(id, new Sound(16_000, ramp(1600), new short[1600]));
        model.load();
        inBackground();
        model.choose(model.rows().getFirst());
        inBackground();
        playing.togglePlay();
        inBackground();
        assertThat(desk.archive.heard).hasSize(5);
        assertThat(desk.archive.heard.get(4)[319]).isEqualTo((short) 1599);
        assertThat(player.isPlaying()).isFalse();
        assertThat(player.position()).isEqualTo(0.1);
    }

    @Test
    void seeking_stays_within_the_recording() {
        model.load();
        inBackground();
        model.choose(model.rows().getFirst());
        inBackground();
        playing.seek(1e9);
        assertThat(player.position()).isEqualTo(214);
        playing.skip(-1000);
        assertThat(player.position()).isZero();
    }

    @Test
    void sound_of_twice_the_rate_is_taken_every_other_sample_and_both_sides_are_mixed() {
        var sound = new Sound(32_000, ramp(1280), ramp(1280));
        short[] frame = new short[320];
        Player.mix(sound, 1, frame);
        assertThat(frame[0]).isEqualTo((short) 1280);
        assertThat(frame[1]).isEqualTo((short) 1284);
    }

    private static short[] ramp(int length) {
        short[] ramp = new short[length];
        for (int i = 0; i < length; i++) ramp[i] = (short) i;
        return ramp;
    }
}
