package amends.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeColleagues;
import amends.desktop.PostingWork;
import amends.kernel.Ids;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.LineUse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColleaguesModelTest {
    private final StaffMember self = member("李敏", "1001");
    private final FakeColleagues lines = new FakeColleagues();
    private final ColleaguesModel model = new ColleaguesModel(
            lines,
            () -> List.of(self, member("陈芳", "1002"), member("周婷", ""), member("Anna", "1003")),
            self,
            new PostingWork(Runnable::run, Runnable::run));

    @BeforeEach
    void load() {
        model.load();
    }

    @Test
    void those_with_a_telephone_are_watched_and_oneself_is_not() {
        assertThat(lines.watched).containsExactly("1002", "1003");
    }

    @Test
    void the_free_ones_come_first() {
        lines.are(Map.of("1002", LineUse.BUSY, "1003", LineUse.FREE));

        assertThat(model.matching(""))
                .extracting(ColleaguesModel.Colleague::extension)
                .containsExactly("1003", "1002");
    }

    @Test
    void a_name_is_dialled_as_its_extension_and_a_number_as_it_is() {
        assertThat(model.dialled("陈")).isEqualTo("1002");
        assertThat(model.dialled("anna")).isEqualTo("1003");
        assertThat(model.dialled("1002")).isEqualTo("1002");
        assertThat(model.dialled("+86 138 0013 8000")).isEqualTo("+86 138 0013 8000");
        assertThat(model.dialled("nobody")).isEqualTo("nobody");
    }

    private static StaffMember member(String name, String extension) {
        return new StaffMember(Ids.next(), extension + name.hashCode(), name, extension, Set.of(Role.AGENT));
    }
}
