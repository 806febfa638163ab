package amends.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class PortRangeTest {
    @Test
    void every_even_port_of_the_range_is_tried_once() {
        assertThat(new PortRange(4001, 4009).evenPorts()).containsExactlyInAnyOrder(4002, 4004, 4006, 4008);
    }

    @Test
    void a_range_that_is_none_is_refused() {
        assertThatThrownBy(() -> new PortRange(10, 9)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_range_that_is_taken_is_said() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        var first = RtpSocket.open(loopback, PortRange.ANY);
        int taken = first.address().getPort();
        assertThatThrownBy(() -> RtpSocket.open(loopback, new PortRange(taken, taken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(taken));
        first.close();
        try (var socket = new DatagramSocket(taken, loopback)) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
