package amends.desktop.wrapup;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Disposition;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.survey.SurveyDecision;
import amends.survey.SurveyOutlook;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether the customer will be asked how it was: looked up when the call is over, seen by the agent, not chosen. */
public final class SurveyModel extends PresentationModel {
    private final SurveyOutlook outlook;
    private final PostingWork work;
    private final Map<CallId, Function<Disposition, SurveyDecision>> known = new HashMap<>();
    private final Set<CallId> writtenUp = new HashSet<>();
    private final Set<CallId> away = new HashSet<>();

    public SurveyModel(ContactKeeping keeping, SurveyOutlook outlook, PostingWork work) {
        this.outlook = outlook;
        this.work = work;
        keeping.onContact(this::heard);
    }

    private void heard(ContactEvent event) {
        Contact contact = event.contact();
        var call = new CallId(contact.call());
        switch (contact.state()) {
            case OPEN -> {}
            case WRAP_UP -> look(call, contact);
            case CLOSED, INTERRUPTED -> {
                writtenUp.remove(call);
                known.remove(call);
                away.remove(call);
            }
        }
    }

    private void look(CallId call, Contact contact) {
        writtenUp.add(call);
        work.ask(() -> outlook.of(contact), found -> found(call, found), failure -> failed(call));
    }

    private void found(CallId call, Function<Disposition, SurveyDecision> decisions) {
        if (!writtenUp.contains(call)) return;
        known.put(call, decisions);
        away.remove(call);
        changed();
    }

    private void failed(CallId call) {
        if (writtenUp.contains(call) && away.add(call)) changed();
    }

    /** Empty until it is looked up. */
    public Optional<SurveyDecision> decision(CallId call, Disposition chosen) {
        return Optional.ofNullable(known.get(call)).map(decisions -> decisions.apply(chosen));
    }

    /** Whether it cannot be looked up; it will be decided all the same, when the contact is stored. */
    public boolean isAway(CallId call) {
        return away.contains(call) && !known.containsKey(call);
    }
}
