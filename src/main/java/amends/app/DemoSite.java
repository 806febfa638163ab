package amends.app;

import amends.kernel.Timekeeper;
import amends.rtp.G711;
import amends.simulation.SimulatedNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PBX and a database that the demo finds instead of bringing its own.
 *
 * @param config the desk's settings for them: only {@code sip}, {@code acd} and {@code database} belong in it
 * @param network where that PBX expects the public network
 */
record DemoSite(Path config, InetSocketAddress network) {
    private static final int SIP = 5060;

    /** @param network an address, with a port where that is not 5060 */
    static DemoSite of(Path config, String network) {
        if (!Files.isReadable(config)) throw new Trouble(Exit.NO_INPUT, config + " cannot be read.");
        String[] parts = network.split(":", 2);
        boolean numeric = parts[0].matches("[0-9.]{7,15}") && (parts.length < 2 || parts[1].matches("[0-9]{1,5}"));
        if (!numeric) throw new Trouble(Exit.USAGE, "--network is an address like 127.0.0.2:5060, not " + network);
        int port = parts.length < 2 ? SIP : Integer.parseInt(parts[1]);
        if (port > 65_535) throw new Trouble(Exit.USAGE, "--network names no port: " + network);
        return new DemoSite(config, new InetSocketAddress(parts[0], port));
    }

    String settings() throws IOException {
        return Files.readString(config) + System.lineSeparator();
    }

    SimulatedNetwork openNetwork(Timekeeper time) throws IOException {
        InetAddress address = network.getAddress();
        return new SimulatedNetwork(address, network.getPort(), G711.A_LAW, time);
    }
}
