package amends.telephony.sip;

import amends.sip.SipMessages;
import amends.telephony.ShownAs;
import java.text.ParseException;
import javax.sip.address.Address;
import javax.sip.message.Request;

/**
 * Who an INVITE of ours says is calling. The exchange knows us by our credentials; what stands here is what we would
 * like it to show.
 */
public final class CallerLine {
    /** Where the exchange looks for it. */
    public enum By {
        /** P-Preferred-Identity (RFC 3325 §9.2), From stays our own. */
        PREFERRED,
        /** P-Asserted-Identity, From stays our own: for an exchange that trusts its telephones, as Asterisk can. */
        ASSERTED,
        /** From; who we are stands in P-Preferred-Identity. */
        FROM
    }

    static final String NOBODY = "anonymous";
    private static final String NOWHERE = "anonymous.invalid";

    private final SipMessages messages;
    private final Account account;

    CallerLine(SipMessages messages, Account account) {
        this.messages = messages;
        this.account = account;
    }

    private Address own() throws ParseException {
        return messages.address(account.displayName(), messages.uri(account.user(), account.domain(), -1));
    }

    private Address at(String number) throws ParseException {
        return messages.address("", messages.uri(number, account.domain(), -1));
    }

    /** What stands in From. */
    Address from(ShownAs shown) throws ParseException {
        return switch (shown) {
            case ShownAs.Number(String number) when account.shownBy() == By.FROM -> at(number);
            // RFC 3323 §4.1.1.3; an exchange that knows its telephones by From alone is told by the header instead.
            case ShownAs.Withheld()
            when account.shownBy() != By.ASSERTED -> messages.address("Anonymous", messages.uri(NOBODY, NOWHERE, -1));
            default -> own();
        };
    }

    /** Says the rest. */
    void write(Request invite, ShownAs shown) throws ParseException {
        switch (shown) {
            case ShownAs.Own() -> {}
            case ShownAs.Number(String number) -> identity(invite, account.shownBy() == By.FROM ? own() : at(number));
            case ShownAs.Withheld() -> {
                identity(invite, own());
                invite.addHeader(messages.headers().createHeader("Privacy", "id"));
            }
        }
    }

    private void identity(Request invite, Address who) throws ParseException {
        String name = account.shownBy() == By.ASSERTED ? "P-Asserted-Identity" : "P-Preferred-Identity";
        invite.addHeader(messages.headers().createHeader(name, who.toString().strip()));
    }
}
