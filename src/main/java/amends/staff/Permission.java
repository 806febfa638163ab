package amends.staff;

import static amends.staff.Role.AGENT;
import static amends.staff.Role.EXPERT;
import static amends.staff.Role.INSPECTOR;
import static amends.staff.Role.LEAD;

import java.util.Set;

/**
 * Who may do what: the one table. Everything not said here is refused.
 *
 * <table>
 * <caption>role × act</caption>
 * <tr><th>act</th><th>agent</th><th>expert</th><th>inspector</th><th>lead</th></tr>
 * <tr><td>sign in</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>take calls</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>look at, change a customer</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>mark a customer's behaviour, object to an estimate</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>find customers by name, number, outside id</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>merge customers, show a person all that is kept</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>erase a person</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>import, export customers</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>write a contact</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>open a complaint, make own callbacks</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>handle own complaints</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see and handle the complaints of all</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see the callbacks of all</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>promise something, keep promises of one's own</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see and hand over the promises of all</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>settle what is owed</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>write off what is owed</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>give compensation, or ask for more than one may</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>approve what others ask for</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see budget, grants of all, fairness report</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>audit what was granted</td><td>–</td><td>–</td><td>yes</td><td>yes</td></tr>
 * <tr><td>call customers before they complain</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see who is likely to leave</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>change, switch contingency plans</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>list contacts of others</td><td>–</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>listen to own recordings</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>listen to any recording</td><td>–</td><td>–</td><td>yes</td><td>yes</td></tr>
 * <tr><td>see a masked number, with a reason</td><td>–</td><td>–</td><td>yes</td><td>yes</td></tr>
 * <tr><td>evaluate a recording</td><td>–</td><td>–</td><td>yes</td><td>yes</td></tr>
 * <tr><td>export a recording</td><td>–</td><td>–</td><td>yes</td><td>yes</td></tr>
 * <tr><td>mark an article as used</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>watch queues and agents live</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>be in a live call of an agent</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>read the audit trail</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>suggest an improvement</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>decide about improvements</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>see the figures of own work</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>see the figures of all</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * <tr><td>write a case up, read cases</td><td>yes</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>publish, retire an article that another wrote</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>write articles, see drafts, tasks and gaps</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>say what an article lacks</td><td>yes</td><td>yes</td><td>yes</td><td>yes</td></tr>
 * <tr><td>recall a wrong answer</td><td>–</td><td>yes</td><td>–</td><td>yes</td></tr>
 * <tr><td>change the staff</td><td>–</td><td>–</td><td>–</td><td>yes</td></tr>
 * </table>
 */
public enum Permission {
    SIGN_IN(AGENT, EXPERT, INSPECTOR, LEAD),
    TAKE_CALLS(AGENT, EXPERT, LEAD),
    LOOK_AT_CUSTOMER(AGENT, EXPERT, LEAD),
    CHANGE_CUSTOMER(AGENT, EXPERT, LEAD),
    MARK_BEHAVIOUR(AGENT, EXPERT, LEAD),
    FIND_CUSTOMERS(AGENT, EXPERT, LEAD),
    MERGE_CUSTOMERS(EXPERT, LEAD),
    SHOW_PERSON(EXPERT, LEAD),
    ERASE_PERSON(EXPERT, LEAD),
    IMPORT_CUSTOMERS(LEAD),
    EXPORT_CUSTOMERS(LEAD),
    WRITE_CONTACT(AGENT, EXPERT, LEAD),
    OPEN_COMPLAINT(AGENT, EXPERT, LEAD),
    HANDLE_CALLBACK(AGENT, EXPERT, LEAD),
    HANDLE_COMPLAINT(AGENT, EXPERT, LEAD),
    HANDLE_ANY_COMPLAINT(EXPERT, LEAD),
    SEE_ALL_CALLBACKS(LEAD),
    MAKE_PROMISE(AGENT, EXPERT, LEAD),
    KEEP_PROMISE(AGENT, EXPERT, LEAD),
    SEE_ALL_PROMISES(LEAD),
    SETTLE_FAILURE(AGENT, EXPERT, LEAD),
    WRITE_OFF_FAILURE(EXPERT, LEAD),
    GRANT_COMPENSATION(AGENT, EXPERT, LEAD),
    APPROVE_COMPENSATION(EXPERT, LEAD),
    SEE_COMPENSATION(EXPERT, LEAD),
    AUDIT_COMPENSATION(INSPECTOR, LEAD),
    MAKE_CARE_CALL(AGENT, EXPERT, LEAD),
    SEE_WHO_MAY_LEAVE(EXPERT, LEAD),
    SWITCH_PLAN(LEAD),
    LIST_CONTACTS_OF_OTHERS(EXPERT, INSPECTOR, LEAD),
    LISTEN_TO_OWN_RECORDING(AGENT, EXPERT, LEAD),
    LISTEN_TO_ANY_RECORDING(INSPECTOR, LEAD),
    REVEAL_NUMBER(INSPECTOR, LEAD),
    EVALUATE_RECORDING(INSPECTOR, LEAD),
    EXPORT_RECORDING(INSPECTOR, LEAD),
    USE_ARTICLE(AGENT, EXPERT, LEAD),
    SEE_TEAM(LEAD),
    SUPERVISE_CALL(LEAD),
    READ_AUDIT_TRAIL(LEAD),
    FILE_IMPROVEMENT(AGENT, EXPERT, INSPECTOR, LEAD),
    HANDLE_IMPROVEMENT(LEAD),
    SEE_OWN_FIGURES(AGENT, EXPERT, LEAD),
    SEE_ALL_FIGURES(LEAD),
    FILE_CASE(AGENT, EXPERT, LEAD),
    APPROVE_ARTICLE(EXPERT, LEAD),
    WRITE_ARTICLE(EXPERT, LEAD),
    GIVE_FEEDBACK(AGENT, EXPERT, INSPECTOR, LEAD),
    RECALL_ANSWER(EXPERT, LEAD),
    CHANGE_STAFF(LEAD);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }

    /** Whether any of the member's roles is given it. */
    public boolean isGivenTo(StaffMember member) {
        return member.roles().stream().anyMatch(this::isGivenTo);
    }
}
