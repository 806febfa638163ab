package amends.staff;

import static amends.staff.Role.AGENT;
import static amends.staff.Role.EXPERT;
import static amends.staff.Role.INSPECTOR;
import static amends.staff.Role.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTest {
    static Stream<Arguments> table() {
        return Stream.of(
                arguments(Permission.SIGN_IN, Set.of(AGENT, EXPERT, INSPECTOR, LEAD)),
                arguments(Permission.TAKE_CALLS, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.LOOK_AT_CUSTOMER, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.CHANGE_CUSTOMER, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.MARK_BEHAVIOUR, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.FIND_CUSTOMERS, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.MERGE_CUSTOMERS, Set.of(EXPERT, LEAD)),
                arguments(Permission.SHOW_PERSON, Set.of(EXPERT, LEAD)),
                arguments(Permission.ERASE_PERSON, Set.of(EXPERT, LEAD)),
                arguments(Permission.IMPORT_CUSTOMERS, Set.of(LEAD)),
                arguments(Permission.EXPORT_CUSTOMERS, Set.of(LEAD)),
                arguments(Permission.WRITE_CONTACT, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.OPEN_COMPLAINT, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.HANDLE_CALLBACK, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.HANDLE_COMPLAINT, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.HANDLE_ANY_COMPLAINT, Set.of(EXPERT, LEAD)),
                arguments(Permission.SEE_ALL_CALLBACKS, Set.of(LEAD)),
                arguments(Permission.MAKE_PROMISE, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.KEEP_PROMISE, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.SEE_ALL_PROMISES, Set.of(LEAD)),
                arguments(Permission.SETTLE_FAILURE, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.WRITE_OFF_FAILURE, Set.of(EXPERT, LEAD)),
                arguments(Permission.GRANT_COMPENSATION, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.APPROVE_COMPENSATION, Set.of(EXPERT, LEAD)),
                arguments(Permission.SEE_COMPENSATION, Set.of(EXPERT, LEAD)),
                arguments(Permission.AUDIT_COMPENSATION, Set.of(INSPECTOR, LEAD)),
                arguments(Permission.MAKE_CARE_CALL, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.SEE_WHO_MAY_LEAVE, Set.of(EXPERT, LEAD)),
                arguments(Permission.SWITCH_PLAN, Set.of(LEAD)),
                arguments(Permission.LIST_CONTACTS_OF_OTHERS, Set.of(EXPERT, INSPECTOR, LEAD)),
                arguments(Permission.LISTEN_TO_OWN_RECORDING, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.LISTEN_TO_ANY_RECORDING, Set.of(INSPECTOR, LEAD)),
                arguments(Permission.REVEAL_NUMBER, Set.of(INSPECTOR, LEAD)),
                arguments(Permission.EVALUATE_RECORDING, Set.of(INSPECTOR, LEAD)),
                arguments(Permission.EXPORT_RECORDING, Set.of(INSPECTOR, LEAD)),
                arguments(Permission.USE_ARTICLE, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.SEE_TEAM, Set.of(LEAD)),
                arguments(Permission.SUPERVISE_CALL, Set.of(LEAD)),
                arguments(Permission.READ_AUDIT_TRAIL, Set.of(LEAD)),
                arguments(Permission.FILE_IMPROVEMENT, Set.of(AGENT, EXPERT, INSPECTOR, LEAD)),
                arguments(Permission.HANDLE_IMPROVEMENT, Set.of(LEAD)),
                arguments(Permission.SEE_OWN_FIGURES, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.SEE_ALL_FIGURES, Set.of(LEAD)),
                arguments(Permission.FILE_CASE, Set.of(AGENT, EXPERT, LEAD)),
                arguments(Permission.APPROVE_ARTICLE, Set.of(EXPERT, LEAD)),
                arguments(Permission.WRITE_ARTICLE, Set.of(EXPERT, LEAD)),
                arguments(Permission.GIVE_FEEDBACK, Set.of(AGENT, EXPERT, INSPECTOR, LEAD)),
                arguments(Permission.RECALL_ANSWER, Set.of(EXPERT, LEAD)),
                arguments(Permission.CHANGE_STAFF, Set.of(LEAD)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_act_is_given_to_these_roles_and_no_others(Permission act, Set<Role> given) {
        for (Role role : Role.values()) assertThat(act.isGivenTo(role)).isEqualTo(given.contains(role));
    }

    @Test
    void the_table_above_is_whole() {
        assertThat(table().map(row -> row.get()[0]).toList()).containsAll(Arrays.asList(Permission.values()));
    }

    @Test
    void a_member_has_what_any_of_their_roles_has_and_without_roles_nothing() {
        var both = new StaffMember(new UUID(0, 1), "a", "a", "1", Set.of(AGENT, INSPECTOR));
        var none = new StaffMember(new UUID(0, 2), "b", "b", "2", Set.of());

        assertThat(Permission.TAKE_CALLS.isGivenTo(both)).isTrue();
        assertThat(Permission.LISTEN_TO_ANY_RECORDING.isGivenTo(both)).isTrue();
        assertThat(Arrays.stream(Permission.values()).filter(p -> p.isGivenTo(none)))
                .isEmpty();
    }
}
