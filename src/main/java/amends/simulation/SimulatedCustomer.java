package amends.simulation;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A persona on the public network who can call the PBX. Any thread. */
public final class SimulatedCustomer {
    private final SimulatedNetwork network;
    private final InetSocketAddress pbx;
    private final Persona persona;

    /** @param pbx where the PBX takes calls from the public network */
    public SimulatedCustomer(SimulatedNetwork network, InetSocketAddress pbx, Persona persona) {
        this.network = network;
        this.pbx = pbx;
        this.persona = persona;
    }

    /**
     * Calls.
     *
     * @param destination what is dialled: {@code support}, or a number
     * @throws IOException when there is no port for the voice
     */
    public SimulatedCall call(String destination, CallPlan plan, CallSteps steps) throws IOException {
        return network.call(pbx, destination, persona, plan, steps);
    }

    public Persona persona() {
        return persona;
    }
}
