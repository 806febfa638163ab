package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.kernel.Timekeeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who connects and does not read must not stop who has something to send. */
class UnreadConnectionTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    @Test
    void a_write_that_nobody_reads_fails_after_a_while_and_ends_the_connection() throws IOException {
        try (var door = new ServerSocket(0, 1, HERE);
                var ours = new Socket(HERE, door.getLocalPort());
                var deaf = door.accept()) {
            var out = new WatchedOutput(ours.getOutputStream(), ours, new Reading(), Duration.ofMillis(100));

            assertThatThrownBy(() -> out.write(new byte[50_000_000])).isInstanceOf(IOException.class);
            assertThat(ours.isClosed()).isTrue();
            assertThat(deaf.isClosed()).isFalse();
        }
    }

    @Test
    void a_desk_takes_connections_from_its_server_only() throws Exception {
        var gate = new WireGate(WireLimits.DESK, Optional.of(HERE), Timekeeper.system());
        try (var door = new GuardedServerSocket(0, 5, HERE, gate)) {
            var taken = CompletableFuture.supplyAsync(() -> accepted(door));
            try (var stranger = new Socket(HERE, door.getLocalPort(), InetAddress.ofLiteral("127.0.0.2"), 0);
                    var server = new Socket(HERE, door.getLocalPort(), HERE, 0)) {
                stranger.setSoTimeout(20_000);
                assertThat(stranger.getInputStream().read()).isNegative();
                assertThat(taken.get().getPort()).isEqualTo(server.getLocalPort());
            }
        }
    }

    private static Socket accepted(ServerSocket door) {
        try {
            return door.accept();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
