package amends.simulation;

import amends.acd.manager.ManagerSettings;
import amends.law.Needs;
import java.net.InetSocketAddress;

/** The same on a real Asterisk whose trunk is told by the address 127.0.0.2, so on this machine only. */
class AsteriskQueueCallIT extends QueueCallStory {
    private static final String HOST = "127.0.0.1";

    @Override
    Site site() {
        Needs.peer(HOST, 5038, "Asterisk");
        return new Site(
                new InetSocketAddress(HOST, 5060),
                new ManagerSettings(HOST, 5038, "cti", "ctisecret"),
                "1002",
                "agent1002",
                "pw1002",
                "127.0.0.2");
    }
}
