package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleMistake;
import amends.knowledge.ArticleText;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentBox;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Answer;
import amends.knowledge.Manuscript;
import amends.knowledge.SomeFiles;
import amends.knowledge.Written;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Pictures and files of articles through their lives, on both databases. */
@OnEachEngine
class JdbcAttachmentsTest {
    private static final ArticleText FEES = Written.chinese("fees", "年费多少", "年费 100 元。");
    private static final byte[] PICTURE = SomeFiles.picture("png", 40, 30);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcAttachmentContents contents;
    private JdbcArticles articles;
    private AttachmentBox box;
    private Authoring chen;
    private Authoring zhao;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        contents = new JdbcAttachmentContents(database);
        articles = new JdbcArticles(database, time);
        chen = author("chenjing", Role.EXPERT);
        zhao = author("zhaoqian", Role.LEAD);
        box = new AttachmentBox(chen.who(), contents, articles, database, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Authoring author(String login, Role role) {
        var books = new Authoring.Books(
                articles,
                contents,
                new JdbcManuscripts(database),
                new JdbcStewardships(database),
                new JdbcAuditTrail(database),
                database);
        var member = new StaffMember(UUID.nameUUIDFromBytes(login.getBytes()), login, login, "1", Set.of(role));
        return new Authoring(member, books, () -> {}, time);
    }

    private Attachment taken(String name, byte[] bytes, List<Attachment> beside) {
        return ((Judged.Fit) box.take(name, bytes, beside)).attachment();
    }

    private static Manuscript done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).manuscript().orElseThrow();
    }

    private void publish(ArticleText text) {
        Manuscript draft = done(chen.submit(
                text.id(),
                done(chen.write(text, chen.piece(text.id()).version(), 0)).revision()));
        assertThat(draft.text()).isEqualTo(text);
        assertThat(zhao.publish(text.id(), draft.revision())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void they_belong_to_a_version_go_with_the_next_and_come_back_with_an_earlier_one() {
        Attachment plan = taken("办理步骤.png", PICTURE, List.of()).saying("三个步骤");
        Attachment form = taken("form.pdf", SomeFiles.text("%PDF-1.7"), List.of(plan));
        publish(FEES.with(List.of(plan, form)));
        assertThat(box.of(FEES.id(), 1)).containsExactly(plan, form);
        assertThat(box.of(FEES.id(), 1).getFirst().extent()).isEqualTo(plan.extent());
        assertThat(articles.inUse().getFirst().text().attachments()).containsExactly(plan, form);
        assertThat(articles.changedSince(0, 9).getFirst().text()).isEqualTo(FEES.with(List.of(plan, form)));

        publish(FEES.with(List.of(form)));
        assertThat(box.of(FEES.id(), 2)).containsExactly(form);
        assertThat(chen.versions(FEES.id()))
                .extracting(ArticleText::attachments)
                .containsExactly(List.of(plan, form), List.of(form));

        Manuscript back = done(chen.rollBack(FEES.id(), 1, 0));
        assertThat(back.text().attachments()).containsExactly(plan, form);
        assertThat(box.bytes(plan)).hasValue(PICTURE);
    }

    @Test
    void the_largest_there_may_be_is_kept_byte_for_byte_and_once() {
        byte[] large = new byte[Attachment.MOST_BYTES];
        new Random(1).nextBytes(large);
        byte[] head = SomeFiles.pngHead(4096, 4096);
        System.arraycopy(head, 0, large, 0, head.length);
        Attachment one = taken("a.png", large, List.of());
        assertThat(taken("b.png", large, List.of()).digest()).isEqualTo(one.digest());
        assertThat(Arrays.equals(box.bytes(one).orElseThrow(), large)).isTrue();
        assertThat(contents.has(one.digest())).isTrue();
    }

    @Test
    void a_text_that_names_what_is_not_there_is_refused() {
        Attachment never =
                new Attachment("0".repeat(64), "a.png", amends.knowledge.FileKind.PNG, 1, Optional.empty(), "");
        assertThat(chen.write(FEES.with(List.of(never)), 0, 0))
                .isEqualTo(new Answer.Mistaken(List.of(ArticleMistake.ATTACHMENT_GONE)));
    }

    /** Whoever has a login of their own in the database writes what they like into their own draft. */
    @Test
    void a_name_that_leads_elsewhere_is_not_published_and_is_absent_where_it_was() {
        Attachment plan = taken("plan.png", PICTURE, List.of());
        publish(FEES.with(List.of(plan)));
        Manuscript draft = done(chen.submit(
                FEES.id(), done(chen.write(FEES.with(List.of(plan)), 1, 0)).revision()));
        String leads = "set attachments = replace(attachments, 'plan.png', '../../../Documents/plan.png')";
        database.handle(h -> h.execute("update article_manuscript " + leads + " where open_for is not null"));
        assertThat(zhao.publish(FEES.id(), draft.revision()))
                .isEqualTo(new Answer.Mistaken(List.of(ArticleMistake.ATTACHMENTS)));
        assertThat(box.of(FEES.id(), 1)).containsExactly(plan);

        database.handle(h -> h.execute("update article_version " + leads));
        assertThat(box.of(FEES.id(), 1)).isEmpty();
        assertThat(articles.inUse().getFirst().text()).isEqualTo(FEES);

        database.handle(h -> h.execute("update article_manuscript set attachments = replace(attachments,"
                + " '../../../Documents/plan.png', 'plan.png'), category = '../..'"));
        assertThat(zhao.publish(FEES.id(), draft.revision()))
                .isEqualTo(new Answer.Mistaken(List.of(ArticleMistake.CATEGORY)));
    }

    @Test
    void what_no_text_names_goes_after_a_while_and_what_one_names_stays() {
        Attachment kept = taken("kept.png", PICTURE, List.of());
        Attachment written = taken("written.txt", SomeFiles.text("written"), List.of());
        Attachment never = taken("never.txt", SomeFiles.text("never"), List.of());
        publish(FEES.with(List.of(kept)));
        publish(FEES);
        Manuscript draft = done(chen.write(FEES.with(List.of(written)), 2, 0));
        time.pass(Duration.ofDays(8));
        Attachment fresh = taken("fresh.txt", SomeFiles.text("fresh"), List.of());

        assertThat(contents.tidy(time.now().minus(Duration.ofDays(7)))).isEqualTo(1);
        var left = new ArrayList<>(List.of(kept, written, fresh));
        left.removeIf(a -> !contents.has(a.digest()));
        assertThat(left).containsExactly(kept, written, fresh);
        assertThat(contents.has(never.digest())).isFalse();

        chen.drop(FEES.id(), draft.revision());
        assertThat(contents.tidy(time.now().minus(Duration.ofDays(7)))).isEqualTo(1);
        assertThat(contents.has(written.digest())).isFalse();
        assertThat(box.bytes(kept)).hasValue(PICTURE);
    }
}
