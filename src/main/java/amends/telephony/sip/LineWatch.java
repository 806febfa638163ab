package amends.telephony.sip;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.telephony.Colleagues;
import amends.telephony.LineUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sip.header.CallIdHeader;
import javax.sip.message.Request;

/** The subscriptions to what colleagues' telephones do. Owned by the call loop. */
final class LineWatch implements Colleagues {
    /** More than anyone looks through; each is a subscription at the exchange. */
    private static final int MOST = 60;

    private final Map<String, LineSubscription> watched = new LinkedHashMap<>();
    private final Subscribers<Map<String, LineUse>> listeners = new Subscribers<>();
    private Optional<Session> session = Optional.empty();

    /** The phone is registered, perhaps by another way than before. */
    void connected(Session now) {
        if (session.filter(now::equals).isPresent()) return;
        session = Optional.of(now);
        Set<String> names = new HashSet<>(watched.keySet());
        watched.values().forEach(LineSubscription::drop);
        watched.clear();
        watch(names);
    }

    @Override
    public void watch(Collection<String> extensions) {
        Set<String> wanted = new HashSet<>(extensions.stream().limit(MOST).toList());
        List<String> gone =
                watched.keySet().stream().filter(e -> !wanted.contains(e)).toList();
        for (String extension : gone) watched.remove(extension).end();
        for (String extension : wanted)
            watched.computeIfAbsent(extension, e -> new LineSubscription(e, this::changed))
                    .begin(session);
    }

    /** A NOTIFY of the server. @return whether it is of one of these */
    boolean told(Request notify) {
        String callId = ((CallIdHeader) notify.getHeader(CallIdHeader.NAME)).getCallId();
        for (LineSubscription subscription : watched.values()) if (subscription.told(callId, notify)) return true;
        return false;
    }

    private void changed() {
        var uses = new LinkedHashMap<String, LineUse>();
        watched.forEach((extension, subscription) -> uses.put(extension, subscription.use()));
        listeners.publish(Map.copyOf(uses));
    }

    @Override
    public Cancellable onUse(Consumer<Map<String, LineUse>> listener) {
        return listeners.add(listener);
    }
}
