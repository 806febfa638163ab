package amends.simulation;

import amends.acd.manager.ManagerSettings;
import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it talks in real time")
class EmbeddedQueueCallTest extends QueueCallStory {
    private final EmbeddedPbx pbx = EmbeddedPbx.start(
            PbxConfig.onLoopback(
                    List.of(new Extension("1001", "pw1001", "Agent 1001")),
                    List.of(CallQueue.of("support", "800")
                            .withTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofMinutes(1))),
                    List.of(new ManagerUser("cti", "secret"))),
            Timekeeper.system());

    @Override
    Site site() {
        return new Site(
                new InetSocketAddress("127.0.0.1", pbx.sipPort()),
                new ManagerSettings("127.0.0.1", pbx.managerPort(), "cti", "secret"),
                "1001",
                "1001",
                "pw1001",
                "127.0.0.1");
    }

    @AfterEach
    void close() {
        pbx.close();
    }
}
