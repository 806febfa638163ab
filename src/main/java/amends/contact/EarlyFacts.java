package amends.contact;

import amends.telephony.CallId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What was told of calls that have not rung yet. Bounded: most of it may be about calls that never will. */
final class EarlyFacts {
    private static final int MOST = 32;
    private final Map<CallId, List<UnaryOperator<Contact>>> facts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, List<UnaryOperator<Contact>>> eldest) {
            return size() > MOST;
        }
    };

    void keep(CallId call, UnaryOperator<Contact> fact) {
        facts.computeIfAbsent(call, c -> new ArrayList<>()).add(fact);
    }

    Contact joinedTo(CallId call, Contact contact) {
        Contact grown = contact;
        List<UnaryOperator<Contact>> known = facts.remove(call);
        if (known != null) for (UnaryOperator<Contact> fact : known) grown = fact.apply(grown);
        return grown;
    }
}
