package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.Attachment.Extent;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.AttachmentCheck.Why;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentCheckTest {
    private static final byte[] PNG = SomeFiles.picture("png", 64, 48);

    private static Attachment fit(String name, byte[] bytes, Attachment... beside) {
        return ((Judged.Fit) AttachmentCheck.judge(name, bytes, List.of(beside))).attachment();
    }

    private static Why unfit(String name, byte[] bytes) {
        return ((Judged.Unfit) AttachmentCheck.judge(name, bytes, List.of())).why();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "费用 表.PNG | 费用-表.png",
                "../../etc/passwd | passwd.png",
                "C:\\Windows\\evil.exe | evil.png",
                "con | filecon.png",
                "... | file.png",
                ".. | file.png",
                "a.html | a.png",
                "x\u202Egnp.exe | x-gnp.png",
                "a\u0000b\u0007.png | a-b.png",
                "e\u0301t\u0301.png | \u00e9t\u0301.png"
            })
    void a_name_leads_nowhere_and_says_what_the_file_is(String raw, String safe) {
        assertThat(AttachmentName.of(raw, FileKind.PNG)).isEqualTo(safe);
        assertThat(AttachmentName.isSafe(safe, FileKind.PNG)).isTrue();
    }

    @Test
    void what_a_file_is_follows_from_what_it_holds() {
        assertThat(fit("a.exe", PNG).name()).isEqualTo("a.png");
        assertThat(fit("a", PNG).extent()).contains(new Extent(64, 48));
        assertThat(fit("a.png", SomeFiles.picture("jpg", 30, 20)).name()).isEqualTo("a.jpg");
        assertThat(fit("a", SomeFiles.picture("jpg", 30, 20)).extent()).contains(new Extent(30, 20));
        assertThat(fit("a", SomeFiles.picture("gif", 31, 21)).extent()).contains(new Extent(31, 21));
        assertThat(fit("form", SomeFiles.text("%PDF-1.7\n")).kind()).isEqualTo(FileKind.PDF);
        assertThat(fit("费率.csv", SomeFiles.text("=1+1,年费\n")).name()).isEqualTo("费率.txt");
        assertThat(fit("a.zip", SomeFiles.zip("[Content_Types].xml", "word/document.xml"))
                        .name())
                .isEqualTo("a.docx");
        assertThat(fit("a", SomeFiles.zip("[Content_Types].xml", "xl/workbook.xml"))
                        .kind())
                .isEqualTo(FileKind.XLSX);
        assertThat(fit("a", SomeFiles.zip("[Content_Types].xml", "ppt/presentation.xml"))
                        .kind())
                .isEqualTo(FileKind.PPTX);
        assertThat(fit("a", PNG).digest()).hasSize(64).isEqualTo(fit("b", PNG).digest());
    }

    @Test
    void what_may_not_be_is_refused_with_its_reason() {
        assertThat(unfit("a.png", new byte[0])).isEqualTo(Why.EMPTY);
        assertThat(unfit("a.png", new byte[Attachment.MOST_BYTES + 1])).isEqualTo(Why.TOO_LARGE);
        assertThat(unfit("a.exe", new byte[] {'M', 'Z', 0, 1})).isEqualTo(Why.WRONG_KIND);
        assertThat(unfit("a.zip", SomeFiles.zip("readme.txt"))).isEqualTo(Why.WRONG_KIND);
        assertThat(unfit("a.docx", SomeFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.png", SomeFiles.text("<svg xmlns='http://www.w3.org/2000/svg'/>")))
                .isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.txt", SomeFiles.text("\n<!DOCTYPE html>"))).isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.txt", SomeFiles.text("x <ScRiPt>alert(1)</script>")))
                .isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.bat", SomeFiles.text("del *.*"))).isEqualTo(Why.ACTIVE);
        assertThat(unfit("run", SomeFiles.text("#!/bin/sh\n"))).isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.pdf", SomeFiles.text("%PDF-1.7\n<</S /JavaScript /JS (x)>>")))
                .isEqualTo(Why.ACTIVE);
        assertThat(unfit("a.txt", new byte[] {(byte) 0xB8, (byte) 0xB6})).isEqualTo(Why.WRONG_KIND);
        assertThat(unfit("a.png", SomeFiles.pngHead(100_000, 100_000))).isEqualTo(Why.PICTURE_TOO_LARGE);
        assertThat(unfit("a.png", SomeFiles.pngHead(4097, 1))).isEqualTo(Why.PICTURE_TOO_LARGE);
        assertThat(unfit("a.png", SomeFiles.pngHead(0, 5))).isEqualTo(Why.BROKEN_PICTURE);
        assertThat(unfit("a.png", Arrays.copyOf(PNG, 20))).isEqualTo(Why.BROKEN_PICTURE);
        assertThat(unfit("a.gif", moving())).isEqualTo(Why.MOVING_PICTURE);
    }

    /** The same frame twice. */
    private static byte[] moving() {
        byte[] still = SomeFiles.picture("gif", 4, 4);
        int frame = 13 + (3 << (still[10] & 7) + 1);
        while (still[frame] != 0x2C) frame++;
        byte[] twice = Arrays.copyOf(still, still.length + still.length - 1 - frame);
        System.arraycopy(still, frame, twice, still.length - 1, still.length - frame - 1);
        return twice;
    }

    @Test
    void names_that_differ_by_case_alone_are_one_in_some_systems() {
        Attachment there = fit("Plan.png", PNG);
        assertThat(fit("plan.PNG", PNG, there).name()).isEqualTo("plan-2.png");
        assertThat(AttachmentCheck.judgeAs("plan.png", PNG, List.of(there)))
                .isEqualTo(new Judged.Unfit("plan.png", Why.NAME_TAKEN));
        assertThat(AttachmentCheck.judgeAs("a b.png", PNG, List.of())).isEqualTo(new Judged.Unfit("a b.png", Why.NAME));
        assertThat(AttachmentCheck.wanted(Why.NAME, "a b.png", PNG)).contains("a-b.png");
    }

    @Test
    void a_name_with_a_number_is_as_safe_as_the_one_it_was_made_of() {
        for (String stem : List.of(
                "a",
                "x".repeat(60),
                "x".repeat(59) + "-y",
                "费".repeat(70),
                "\uD840\uDC00".repeat(60),
                "x\uD840\uDC00".repeat(30),
                "con")) {
            var all = new ArrayList<Attachment>();
            for (int i = 0; i < 12; i++) {
                String name = AttachmentName.free(
                        AttachmentName.of(stem + " (" + i + ").png", FileKind.PNG), FileKind.PNG, all);
                assertThat(AttachmentName.isSafe(name, FileKind.PNG)).as(name).isTrue();
                assertThat(AttachmentName.isTaken(name, all)).as(name).isFalse();
                all.add(fit("a.png", PNG).called(name));
            }
            ArticleText text = Written.chinese("fees", "年费", "100 元").with(all.subList(0, 10));
            assertThat(ArticleMistake.of(text)).isEmpty();
        }
    }

    @Test
    void files_of_before_todays_rules_get_names_when_a_text_is_written_and_the_others_keep_theirs() {
        Attachment one = fit("A.png", PNG);
        List<Attachment> before = List.of(one, one.called("a.png"), one.called("com5.png"), one.called("plan-.png"));
        ArticleText text = Written.chinese("fees", "年费", "100 元").with(before);
        assertThat(ArticleMistake.of(text)).containsExactly(ArticleMistake.ATTACHMENTS);
        assertThat(ArticleMistake.tidy(text).attachments())
                .extracting(Attachment::name)
                .containsExactly("A.png", "a-2.png", "filecom5.png", "plan.png");
        assertThat(ArticleMistake.of(ArticleMistake.tidy(text))).isEmpty();
    }

    @Test
    void ten_belong_to_one_article_and_only_authors_add_them() {
        var contents = new AttachmentsInMemory();
        var articles = new ArticlesInMemory();
        var all = new ArrayList<Attachment>();
        AttachmentBox box = box(Role.EXPERT, contents, articles);
        for (int i = 0; i < Attachment.MOST_OF_ONE; i++)
            all.add(((Judged.Fit) box.take("a.png", PNG, all)).attachment());
        assertThat(all).extracting(Attachment::name).doesNotHaveDuplicates();
        assertThat(contents.held).hasSize(1);
        assertThat(box.take("b.png", PNG, all)).isEqualTo(new Judged.Unfit("b.png", Why.TOO_MANY));
        assertThat(box(Role.AGENT, contents, articles).take("b.png", PNG, List.of()))
                .isEqualTo(new Judged.Unfit("b.png", Why.NOT_PERMITTED));
        ArticleText text = Written.chinese("fees", "年费", "100 元").with(all);
        assertThat(ArticleMistake.of(text)).isEmpty();
        var more = new ArrayList<>(all);
        more.add(fit("b.png", PNG));
        assertThat(ArticleMistake.of(text.with(more))).containsExactly(ArticleMistake.ATTACHMENTS);
        Attachment evil = new Attachment(all.getFirst().digest(), "../a.png", FileKind.PNG, 1, Optional.empty(), "");
        assertThat(ArticleMistake.of(text.with(List.of(evil)))).containsExactly(ArticleMistake.ATTACHMENTS);
    }

    @Test
    void what_is_not_what_it_was_is_not_shown() {
        var contents = new AttachmentsInMemory();
        AttachmentBox box = box(Role.EXPERT, contents, new ArticlesInMemory());
        Attachment one = ((Judged.Fit) box.take("a.png", PNG, List.of())).attachment();
        assertThat(box.bytes(one)).hasValue(PNG);
        contents.held.put(one.digest(), new byte[] {1});
        assertThat(box.bytes(one)).isEmpty();
    }

    private static AttachmentBox box(Role role, AttachmentContents contents, ArticlesInMemory articles) {
        var member = new StaffMember(new UUID(1, 1), "x", "x", "1", Set.of(role));
        return new AttachmentBox(member, contents, articles, articles, new SettableTime());
    }

    @Test
    void whatever_the_bytes_they_are_judged_without_harm() {
        byte[][] seeds = {
            PNG,
            SomeFiles.picture("gif", 9, 9),
            SomeFiles.picture("jpg", 9, 9),
            SomeFiles.zip("[Content_Types].xml", "word/document.xml"),
            SomeFiles.text("%PDF-1.7"),
            SomeFiles.text("年费 100 元")
        };
        for (int seed = 0; seed < 6_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = seeds[seed % seeds.length].clone();
            for (int i = random.nextInt(6); i >= 0; i--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Judged judged = AttachmentCheck.judge(new String(bytes, 0, Math.min(40, bytes.length)), bytes, List.of());
            if (judged instanceof Judged.Fit(Attachment fit))
                assertThat(AttachmentName.isSafe(fit.name(), fit.kind()))
                        .as(fit.name())
                        .isTrue();
        }
    }
}
