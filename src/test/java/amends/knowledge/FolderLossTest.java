package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.ImportReport.Fate;
import amends.law.BesideOthers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class FolderLossTest {
    @ParameterizedTest(name = "{0} articles stay and {1} are gone, {2} flows stay and {3} are gone: {4}")
    @CsvSource({
        "0, 0, 0, 0, true",
        "239, 0, 23, 0, true",
        "238, 1, 23, 0, true",
        "216, 23, 23, 0, true",
        "215, 24, 23, 0, false",
        "239, 0, 0, 23, false",
        "239, 0, 20, 3, true",
        "1, 1, 0, 0, true",
        "2, 0, 0, 1, true",
        "1, 0, 0, 1, true",
        "1, 1, 0, 1, false",
        "3, 3, 0, 0, true",
        "2, 3, 0, 0, false",
        "4, 4, 0, 0, false",
        "0, 1, 0, 0, false",
        "0, 239, 0, 23, false",
        "1, 238, 0, 23, false",
        "172, 67, 15, 8, false"
    })
    void what_is_missing_was_taken_out_where_it_is_little(int stay, int gone, int flows, int flowsGone, boolean plain) {
        assertThat(FolderLoss.isPlain(new FolderLoss(stay, gone), new FolderLoss(flows, flowsGone)))
                .isEqualTo(plain);
    }

    @Test
    void what_is_new_says_nothing_of_what_is_gone() {
        assertThat(FolderLoss.of(List.of(Fate.NEW, Fate.UNCHANGED, Fate.CHANGED, Fate.KEPT, Fate.GONE, Fate.MISSING)))
                .isEqualTo(new FolderLoss(3, 2));
    }
}
