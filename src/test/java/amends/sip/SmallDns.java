package amends.sip;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on a real socket that knows what a test tells it. */
public final class SmallDns implements AutoCloseable {
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final List<Record> zone = new CopyOnWriteArrayList<>();

    public SmallDns(String... lines) throws IOException {
        for (String line : lines) add(line);
        Thread.ofPlatform().daemon(true).start(this::serve);
    }

    /** @param line name, type and data, as in {@code pbx.test. SRV 10 0 5060 a.pbx.test.} */
    public void add(String line) throws IOException {
        String[] words = line.split(" ", 3);
        zone.add(Record.fromString(Name.fromString(words[0]), Type.value(words[1]), DClass.IN, 1, words[2], Name.root));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve() {
        byte[] buffer = new byte[4_096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                var query = new Message(java.util.Arrays.copyOf(buffer, packet.getLength()));
                byte[] answer = answer(query).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return;
            }
        }
    }

    private Message answer(Message query) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        Name name = query.getQuestion().getName();
        zone.stream()
                .filter(r -> r.getName().equals(name)
                        && r.getType() == query.getQuestion().getType())
                .forEach(r -> answer.addRecord(r, Section.ANSWER));
        if (zone.stream().noneMatch(r -> r.getName().equals(name)))
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
