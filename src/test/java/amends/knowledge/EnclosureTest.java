package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.knowledge.Enclosure.Kind;
import amends.knowledge.EnclosureBox.Answer;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosureTest {
    private static final ArticleId FEES = new ArticleId("fees", ArticleLanguage.ZH_CN);
    private final List<Enclosure> kept = new ArrayList<>();

    private final Enclosures enclosures = new Enclosures() {
        @Override
        public List<Enclosure> of(ArticleId article) {
            return List.copyOf(kept);
        }

        @Override
        public Optional<byte[]> bytes(UUID enclosure) {
            return Optional.empty();
        }

        @Override
        public void put(Enclosure enclosure, byte[] bytes) {
            kept.removeIf(e -> e.name().equals(enclosure.name()));
            kept.add(enclosure);
        }

        @Override
        public void remove(UUID enclosure) {
            kept.removeIf(e -> e.id().equals(enclosure));
        }
    };

    private EnclosureBox box(Role role) {
        var member = new StaffMember(new UUID(1, 1), "x", "x", "1", Set.of(role));
        return new EnclosureBox(member, enclosures, new ArticlesInMemory(), new SettableTime());
    }

    private static byte[] png(int width, int height) {
        byte[] bytes = new byte[64];
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        System.arraycopy(head, 0, bytes, 0, head.length);
        for (int i = 0; i < 4; i++) {
            bytes[16 + i] = (byte) (width >> 24 - 8 * i);
            bytes[20 + i] = (byte) (height >> 24 - 8 * i);
        }
        return bytes;
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
                "a.html | a.png",
                "x\u202Egnp.exe | x-gnp.png"
            })
    void a_name_leads_nowhere_and_says_what_the_file_is(String raw, String safe) {
        assertThat(Enclosure.safeName(raw, Kind.PNG)).isEqualTo(safe);
    }

    @Test
    void only_small_pictures_and_forms_are_kept_by_what_they_hold() {
        EnclosureBox box = box(Role.EXPERT);
        assertThat(box.add(FEES, "a.png", png(640, 480))).isEqualTo(Answer.DONE);
        assertThat(box.add(FEES, "b.png", png(100_000, 100_000))).isEqualTo(Answer.TOO_LARGE);
        assertThat(box.add(FEES, "b.png", png(0, 5))).isEqualTo(Answer.WRONG_KIND);
        assertThat(box.add(FEES, "b.png", new byte[Enclosure.MOST_BYTES + 1])).isEqualTo(Answer.TOO_LARGE);
        byte[] html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThat(box.add(FEES, "picture.png", html)).isEqualTo(Answer.WRONG_KIND);
        assertThat(box.add(FEES, "form.html", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Answer.DONE);
        assertThat(kept).extracting(Enclosure::name).containsExactly("a.png", "form.pdf");
        assertThat(box(Role.AGENT).add(FEES, "c.png", png(1, 1))).isEqualTo(Answer.NOT_PERMITTED);
        assertThat(box(Role.AGENT).remove(kept.getFirst().id())).isEqualTo(Answer.NOT_PERMITTED);
    }

    @Test
    void ten_belong_to_one_article_and_the_same_name_replaces() {
        EnclosureBox box = box(Role.EXPERT);
        for (int i = 0; i < Enclosure.MOST_OF_ONE; i++)
            assertThat(box.add(FEES, i + ".png", png(1, 1))).isEqualTo(Answer.DONE);
        assertThat(box.add(FEES, "more.png", png(1, 1))).isEqualTo(Answer.TOO_MANY);
        assertThat(box.add(FEES, "3.png", png(2, 2))).isEqualTo(Answer.DONE);
        assertThat(kept).hasSize(Enclosure.MOST_OF_ONE);
    }

    @Test
    void whatever_the_bytes_they_are_judged_without_harm() {
        int[][] heads = {{0xFF, 0xD8, 0xFF}, {'G', 'I', 'F', '8'}, {0x89, 'P', 'N', 'G'}};
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            int[] head = heads[seed % heads.length];
            for (int i = 0; i < Math.min(head.length, bytes.length); i++) bytes[i] = (byte) head[i];
            Kind.of(bytes).ifPresent(kind -> Enclosure.pixels(bytes, kind));
            Enclosure.safeName(new String(bytes, StandardCharsets.UTF_8), Kind.PDF);
        }
    }
}
