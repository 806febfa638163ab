package amends.sms.smpp;

import amends.kernel.Secret;
import java.time.Duration;

/**
 * Where the short message service centre is and what it allows.
 *
 * @param systemId at most 15 characters (SMPP 3.4 §5.2.1)
 * @param password at most 8 characters (§5.2.2)
 * @param source what the customer sees as the sender and answers to: a short code, a number or up to 11 letters
 * @param enquire how often the link is tried when nothing passes over it
 * @param answer how long the centre may take to answer
 * @param window how many messages may wait for their answer at once
 * @param perSecond how many may leave in a second
 */
public record SmppSettings(
        String server,
        int port,
        String systemId,
        Secret password,
        String systemType,
        String source,
        Duration enquire,
        Duration answer,
        int window,
        int perSecond) {}
