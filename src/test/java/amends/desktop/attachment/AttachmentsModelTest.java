package amends.desktop.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.AttachmentPorts;
import amends.desktop.PostingWork;
import amends.desktop.attachment.AttachmentsModel.Said;
import amends.kernel.SettableTime;
import amends.knowledge.ArticlesInMemory;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentBox;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentsInMemory;
import amends.knowledge.SomeFiles;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsModelTest {
    private final AttachmentsInMemory contents = new AttachmentsInMemory();
    private final ArticlesInMemory articles = new ArticlesInMemory();
    private final AttachmentBox box = new AttachmentBox(
            new StaffMember(new UUID(1, 1), "x", "x", "1", Set.of(Role.EXPERT)),
            contents,
            articles,
            articles,
            new SettableTime());
    private final List<String> opened = new ArrayList<>();
    private boolean nobodyOpens;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final AttachmentsModel model = model(Runnable::run);
    private final AttachmentsModel busy = model(waiting::add);
    private final Attachment plan = taken("plan.png", SomeFiles.picture("png", 900, 300));
    private final Attachment form = taken("form.pdf", SomeFiles.text("%PDF-1.7"));
    private final Attachment card = taken("card.jpg", SomeFiles.picture("jpg", 40, 20));

    @TempDir
    Path folder;

    private AttachmentsModel model(Executor pictures) {
        AttachmentPorts.Outside outside = (name, bytes) -> {
            if (nobodyOpens) throw new IOException("nobody");
            opened.add(name);
        };
        return new AttachmentsModel(
                new AttachmentPorts(box, outside, pictures, Runnable::run),
                new PostingWork(Runnable::run, Runnable::run));
    }

    private Attachment taken(String name, byte[] bytes) {
        return ((Judged.Fit) box.take(name, bytes, List.of())).attachment();
    }

    @Test
    void pictures_stand_small_in_the_row_and_one_is_enlarged_until_it_is_closed() {
        model.show(List.of(plan, form, card));
        assertThat(model.small(plan).orElseThrow().image().getWidth()).isEqualTo(240);
        assertThat(model.small(form)).isEmpty();
        model.open();
        assertThat(model.enlarged()
                        .orElseThrow()
                        .picture()
                        .orElseThrow()
                        .image()
                        .getWidth())
                .isEqualTo(900);
        model.step(1);
        assertThat(model.enlarged().orElseThrow().attachment()).isEqualTo(card);
        model.step(1);
        assertThat(model.enlarged().orElseThrow().attachment()).isEqualTo(card);
        model.close();
        assertThat(model.enlarged()).isEmpty();
        model.open();
        model.show(List.of(form));
        assertThat(model.enlarged()).as("what is not shown is not enlarged").isEmpty();
    }

    @Test
    void a_file_is_opened_by_the_system_or_saved_and_never_over_another() {
        model.show(List.of(form));
        model.open();
        assertThat(opened).containsExactly("form.pdf");
        assertThat(model.said()).contains(Said.OPENED);
        nobodyOpens = true;
        model.open();
        assertThat(model.said()).contains(Said.NOT_OPENED);
        Path to = folder.resolve("mine.pdf");
        model.save(to);
        assertThat(model.said()).contains(Said.SAVED);
        assertThat(to).hasBinaryContent(SomeFiles.text("%PDF-1.7"));
        model.save(to);
        assertThat(model.said()).contains(Said.THERE_ALREADY);
        model.save(folder.resolve("none/mine.pdf"));
        assertThat(model.said()).contains(Said.NOT_SAVED);
    }

    @Test
    void a_database_that_is_away_is_said_and_a_broken_picture_is_none() {
        contents.held.put(card.digest(), SomeFiles.text("x"));
        model.show(List.of(card));
        assertThat(model.small(card)).isEmpty();
        model.open();
        assertThat(model.said()).contains(Said.GONE);
        contents.away = true;
        model.open();
        assertThat(model.said()).contains(Said.AWAY);
        assertThat(model.enlarged()).isEmpty();
        model.printed(pictures -> assertThat(pictures).isEmpty());
    }

    @Test
    void one_is_decoded_at_a_time_and_only_the_newest_wish_after_it() {
        Attachment map = taken("map.png", SomeFiles.picture("png", 30, 30));
        busy.show(List.of(plan, card, map));
        busy.open();
        busy.step(1);
        busy.step(1);
        assertThat(waiting).as("one decoding at a time").hasSize(1);
        waiting.remove().run();
        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        assertThat(busy.enlarged().orElseThrow().attachment()).isEqualTo(map);
        assertThat(busy.enlarged().orElseThrow().picture())
                .as("the newest wish")
                .isPresent();
        assertThat(busy.small(card)).isEmpty();
        busy.show(List.of());
        waiting.remove().run();
        assertThat(waiting).as("what is no longer shown is not decoded").isEmpty();
    }

    @Test
    void what_is_no_longer_wanted_when_it_was_read_is_not_decoded() {
        var reads = new ArrayDeque<Runnable>();
        AttachmentPorts ports = new AttachmentPorts(box, (name, bytes) -> {}, waiting::add, Runnable::run);
        var slow = new AttachmentsModel(ports, new PostingWork(reads::add, Runnable::run));
        slow.show(List.of(plan));
        slow.show(List.of(card));
        assertThat(reads).hasSize(1);
        reads.remove().run();
        assertThat(waiting).isEmpty();
        reads.remove().run();
        waiting.remove().run();
        assertThat(slow.small(card)).isPresent();
    }

    @Test
    void what_is_printed_is_decoded_with_the_others_and_fits_a_page() {
        Attachment tall = taken("tall.png", SomeFiles.picture("png", 900, 3600));
        busy.show(List.of(tall, form));
        var printed = new ArrayList<AttachmentsModel.Printed>();
        busy.printed(printed::addAll);
        assertThat(waiting).hasSize(2);
        assertThat(printed).isEmpty();
        while (!waiting.isEmpty()) waiting.remove().run();
        assertThat(printed).hasSize(1);
        assertThat(printed.getFirst().picture().image().getHeight()).isEqualTo(1800);
    }

    @Test
    void other_words_for_a_picture_decode_nothing_again() {
        busy.show(List.of(plan));
        busy.open();
        busy.show(List.of(plan.saying("三步")));
        waiting.remove().run();
        waiting.remove().run();
        assertThat(waiting).isEmpty();
        assertThat(busy.small(plan)).isPresent();
        assertThat(busy.enlarged().orElseThrow().attachment().alt()).isEqualTo("三步");
        assertThat(busy.enlarged().orElseThrow().picture()).isPresent();
        busy.show(List.of(plan.saying("三步 3")));
        assertThat(waiting).isEmpty();
        assertThat(busy.enlarged()).isPresent();
    }

    @Test
    void what_a_database_that_was_away_did_not_give_is_asked_for_again() {
        contents.away = true;
        model.show(List.of(plan, card));
        assertThat(model.said()).contains(Said.AWAY);
        model.again();
        assertThat(model.said()).contains(Said.AWAY);
        contents.away = false;
        model.again();
        assertThat(model.small(plan)).isPresent();
        assertThat(model.small(card)).isPresent();
        assertThat(model.said()).isEmpty();
    }
}
