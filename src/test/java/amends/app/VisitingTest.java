package amends.app;

import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;

/** A lead's visits over the embedded PBX. */
@Isolated("it talks in real time")
class VisitingTest extends VisitingStory {
    private final EmbeddedPbx pbx = EmbeddedPbx.start(
            PbxConfig.onLoopback(
                    List.of(
                            new Extension("1001", "pw-1001", "Agent 1001"),
                            new Extension("1002", "pw-1002", "Agent 1002"),
                            new Extension("1003", "pw-1003", "Lead 1003")),
                    List.of(CallQueue.of("support", "800")),
                    List.of(new ManagerUser("cti", "amends-cti"))),
            Timekeeper.system());

    @Override
    Site site() {
        return new Site(new InetSocketAddress(Office.HOST, pbx.sipPort()), Office.HOST);
    }

    @Override
    String lines(String extension) {
        return """
                sip: {port: %d, user: "%s", password: pw-%s}
                acd: {port: %d, after-call-seconds: 60}""".formatted(pbx.sipPort(), extension, extension, pbx.managerPort());
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        pbx.close();
    }
}
