package amends.pbx;

import java.net.InetAddress;
import java.util.List;

/**
 * What an exchange is told before it starts. Port 0 lets the system choose.
 *
 * @param bind the one address that everything listens on
 * @param rtpPorts where media flows; {@link PortRange#ANY} lets the system choose
 * @param interfacePrefix how the queue's members are named before the extension: extension 1001 is
 *     {@code PJSIP/agent1001}; {@code PJSIP/1001} is understood too
 * @param openToNetwork whether another address than loopback may be bound
 */
public record PbxConfig(
        String systemName,
        InetAddress bind,
        int sipPort,
        int managerPort,
        PortRange rtpPorts,
        String interfacePrefix,
        List<Extension> extensions,
        List<CallQueue> queues,
        List<ManagerUser> managerUsers,
        Trunk trunk,
        RecordingPrompt recordingPrompt,
        boolean openToNetwork) {

    public PbxConfig {
        extensions = List.copyOf(extensions);
        queues = List.copyOf(queues);
        managerUsers = List.copyOf(managerUsers);
    }

    /** An exchange on 127.0.0.1 on ports that the system chooses, without a public network. */
    public static PbxConfig onLoopback(
            List<Extension> extensions, List<CallQueue> queues, List<ManagerUser> managerUsers) {
        return new PbxConfig(
                "amends",
                loopback(),
                0,
                0,
                PortRange.ANY,
                "PJSIP/agent",
                extensions,
                queues,
                managerUsers,
                Trunk.ofLoopback(),
                RecordingPrompt.NONE,
                false);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    public PbxConfig withPorts(int sip, int manager, PortRange rtp) {
        return new PbxConfig(
                systemName,
                bind,
                sip,
                manager,
                rtp,
                interfacePrefix,
                extensions,
                queues,
                managerUsers,
                trunk,
                recordingPrompt,
                openToNetwork);
    }

    public PbxConfig withTrunk(Trunk other) {
        return new PbxConfig(
                systemName,
                bind,
                sipPort,
                managerPort,
                rtpPorts,
                interfacePrefix,
                extensions,
                queues,
                managerUsers,
                other,
                recordingPrompt,
                openToNetwork);
    }

    public PbxConfig withRecordingPrompt(RecordingPrompt prompt) {
        return new PbxConfig(
                systemName,
                bind,
                sipPort,
                managerPort,
                rtpPorts,
                interfacePrefix,
                extensions,
                queues,
                managerUsers,
                trunk,
                prompt,
                openToNetwork);
    }

    /** @param openToNetwork said by whoever starts it, never a default: it lets other machines in */
    public PbxConfig withBind(InetAddress address, boolean openToNetwork) {
        return new PbxConfig(
                systemName,
                address,
                sipPort,
                managerPort,
                rtpPorts,
                interfacePrefix,
                extensions,
                queues,
                managerUsers,
                trunk,
                recordingPrompt,
                openToNetwork);
    }
}
