package amends.desktop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerOffice;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.OutsideField;
import amends.customer.PersonalRecord;
import amends.customer.Portrait;
import amends.desktop.FakeCustomers;
import amends.desktop.PostingWork;
import amends.kernel.SettableTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomersModelTest {
    private final FakeCustomers office = new FakeCustomers();
    private final CustomersModel model =
            new CustomersModel(office, new PostingWork(Runnable::run, Runnable::run), new SettableTime());

    private void looked() {
        office.all = true;
        model.find("王");
        model.choose(model.found().getFirst());
    }

    @Test
    void who_is_found_is_listed_and_more_come_after_them() {
        looked();
        assertThat(model.found()).hasSize(3);
        model.moreOfThem();
        assertThat(model.found()).hasSize(6);
        assertThat(model.profile()).isPresent();
    }

    @Test
    void nothing_typed_finds_nobody() {
        model.find("  ");
        assertThat(office.done).isEmpty();
    }

    @Test
    void erasing_wants_a_reason_and_asks_again_while_something_is_open() {
        looked();
        office.open = List.of(PersonalRecord.of("complaint", Instant.EPOCH));
        model.beginErasing();
        model.erase("");
        assertThat(model.said().key()).isEqualTo("customers.refused");
        model.erase("on request");
        assertThat(model.said().key()).isEqualTo("customers.stillOpen");
        assertThat(model.profile()).isPresent();

        model.erase("on request");
        assertThat(office.done).contains("erase on request");
        assertThat(model.profile()).isEmpty();
        assertThat(model.found()).hasSize(2);
    }

    @Test
    void where_no_services_run_one_line_says_so_and_nothing_is_merged() {
        office.all = true;
        office.asked = true;
        office.nobodyServes = true;
        DuplicatesModel duplicates = model.duplicates();
        duplicates.load();
        duplicates.choose(duplicates.pairs().getFirst());
        duplicates.merge(true);
        assertThat(duplicates.said().key()).isEqualTo("customers.noServices");
        assertThat(duplicates.undoable()).isFalse();
        office.nobodyServes = false;
        duplicates.merge(true);
        assertThat(duplicates.said().key()).isEqualTo("duplicates.merged");
    }

    @Test
    void an_answer_about_one_who_is_not_looked_at_any_more_is_dropped() {
        var held = new ArrayDeque<Runnable>();
        var slow = new CustomersModel(office, new PostingWork(held::add, Runnable::run), new SettableTime());
        office.all = true;
        slow.find("王");
        held.remove().run();
        slow.choose(slow.found().getFirst());
        held.remove().run();

        slow.show();
        slow.choose(slow.found().get(1));
        held.removeLast().run();
        held.remove().run();
        assertThat(slow.profile().orElseThrow().id())
                .isEqualTo(slow.found().get(1).id());
        assertThat(slow.records()).isEmpty();

        office.open = List.of(PersonalRecord.of("complaint", Instant.EPOCH));
        slow.erase("on request");
        slow.choose(slow.found().getFirst());
        held.removeLast().run();
        held.remove().run();
        assertThat(slow.open()).isEmpty();

        office.open = List.of();
        slow.erase("on request");
        slow.choose(slow.found().get(2));
        held.remove().run();
        held.remove().run();
        assertThat(slow.found()).hasSize(2);
        assertThat(slow.chosen()).contains(slow.found().get(1));
        assertThat(slow.profile()).isPresent();
    }

    @Test
    void a_table_is_opened_with_its_columns_guessed_and_one_field_is_one_column() {
        TableModel table = model.table();
        table.open(Path.of("x.csv"));
        assertThat(table.columns())
                .startsWith(ImportField.OUTSIDE_ID, ImportField.NAME, ImportField.NUMBER)
                .endsWith(ImportField.NONE);
        table.name(6, ImportField.NAME);
        assertThat(table.columns().get(1)).isEqualTo(ImportField.NONE);
        table.take();
        assertThat(office.done).containsExactly("take 6");
        assertThat(table.report().orElseThrow().problems()).hasSize(3);
    }

    @Test
    void a_table_of_letters_has_its_own_columns_and_words() {
        TableModel table = model.table();
        table.open(Path.of("x.csv"));
        table.holds(ImportKind.LETTERS);
        assertThat(table.columns())
                .contains(ImportField.OUTSIDE_ID, ImportField.NUMBER)
                .doesNotContain(ImportField.NAME, ImportField.TIER);
        table.take();
        assertThat(table.said().key()).isEqualTo("import.doneLetters");
    }

    @Test
    void a_table_that_cannot_be_opened_leaves_none_to_be_taken_in() {
        TableModel table = model.table();
        table.open(Path.of("x.csv"));
        office.unreadable = true;
        table.open(Path.of("y.xlsx"));
        assertThat(table.table()).isEmpty();
        table.take();
        assertThat(office.done).isEmpty();
        assertThat(table.said().key()).isEqualTo("import.unreadable");
    }

    @Test
    void a_pair_is_merged_and_the_merge_undone() {
        model.go(CustomersModel.Part.DUPLICATES);
        DuplicatesModel pairs = model.duplicates();
        pairs.choose(pairs.pairs().getFirst());
        pairs.merge(false);
        assertThat(pairs.undoable()).isTrue();
        pairs.undo();
        assertThat(pairs.undoable()).isFalse();
        assertThat(office.done).hasSize(2).contains("separate");
    }

    @Test
    void a_profile_is_put_right_with_a_reason_and_looked_at_anew() {
        looked();
        model.correct(OutsideField.NAME, "王建国2", "");
        assertThat(model.said().key()).isEqualTo("customers.refused");
        model.correct(OutsideField.NAME, "王建国2", "misheard");
        assertThat(model.said().key()).isEqualTo("customers.kept");
        model.addNumber("13900139000");
        model.addNumber(" ");
        model.mainNumber(1);
        model.label(0, Portrait.NumberLabel.WORK);
        assertThat(office.done)
                .contains("correct NAME 王建国2", "number 13900139000", "main 1", "label 0 WORK")
                .doesNotContain("number  ");
    }

    @Test
    void a_letter_that_is_a_complaint_opens_one() {
        looked();
        model.keep(CustomerOffice.Way.EMAIL, "退款", "扣了两次", true);
        assertThat(model.said()).isEqualTo(Said.of("customers.complaintOpened", 1043));
    }

    @Test
    void a_letter_without_words_is_not_kept() {
        looked();
        model.keep(CustomerOffice.Way.LETTER, "", " ", false);
        model.keep(CustomerOffice.Way.LETTER, "退款", "", false);
        assertThat(office.done).contains("keep 退款").doesNotContain("keep ");
    }
}
