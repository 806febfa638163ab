package amends.sip;

import java.util.Locale;

/** What SIP travels over. */
public enum Transport {
    UDP,
    TCP;

    /** As written in URIs and configuration. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
