package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.message.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stack forgets the dialog of an event whose response says 408 or 481 once the listener has seen it. */
class LateAnswerTest {
    private final List<Integer> told = new ArrayList<>();

    private final class Handler implements SipHandler {
        @Override
        public void onRequest(RequestEvent request, ServerTransaction transaction) {}

        @Override
        public void onResponse(ResponseEvent response) {
            told.add(response.getResponse().getStatusCode());
        }

        @Override
        public void onTimeout(ClientTransaction transaction) {}
    }

    private static Dialog dialog(DialogState state) {
        return (Dialog) Proxy.newProxyInstance(
                Dialog.class.getClassLoader(), new Class<?>[] {Dialog.class}, (dialog, method, args) -> state);
    }

    @ParameterizedTest
    @CsvSource({
        "408, OPTIONS, Confirmed, 504",
        "408, UPDATE, Confirmed, 504",
        "408, INVITE, Confirmed, 504",
        "408, INVITE, Early, 408",
        "408, BYE, Confirmed, 408",
        "408, SUBSCRIBE, Confirmed, 408",
        "481, OPTIONS, Confirmed, 481",
        "200, OPTIONS, Confirmed, 200"
    })
    void that_nobody_answered_in_time_is_told_to_the_handler_and_takes_no_call_from_the_stack(
            int status, String method, String state, int left) throws Exception {
        var here = InetAddress.getLoopbackAddress();
        try (var endpoint = SipEndpoint.open(here, 0, Optional.empty(), Transport.UDP, Runnable::run)) {
            endpoint.start(new Handler());
            Response response = response(endpoint.messages(), status, method);
            var on = dialog(state.equals("Early") ? DialogState.EARLY : DialogState.CONFIRMED);

            new StackListener(endpoint).processResponse(new ResponseEvent(this, null, on, response));

            assertThat(told).containsExactly(status);
            assertThat(response.getStatusCode()).isEqualTo(left);
        }
    }

    private static Response response(SipMessages messages, int status, String method) throws Exception {
        var us = messages.address("", messages.uri("1001", "127.0.0.1", -1));
        var target = messages.uri("8", "127.0.0.1", -1);
        var request = messages.request(method, target, us, us, messages.newCallId(), 1, Transport.UDP);
        return messages.response(status, request);
    }
}
