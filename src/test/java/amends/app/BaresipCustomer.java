package amends.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** baresip as a customer's telephone: calls, speaks a file, hangs up. */
final class BaresipCustomer {
    private BaresipCustomer() {}

    /** @param transport udp or tcp @param says longer than the call: where a file ends, baresip ends the call */
    static Program calls(Path folder, String target, int port, String transport, Sound says, Duration until)
            throws IOException {
        Path wav = says.writeWav(Files.createDirectories(folder).resolve("customer.wav"));
        Path heard = folder.resolve("customer-heard.wav");
        Files.writeString(folder.resolve("accounts"), "<sip:+861055500123@127.0.0.1>;regint=0;audio_codecs=pcmu\n");
        Files.writeString(folder.resolve("config"), """
                sip_listen 127.0.0.1:%d
                net_interface 127.0.0.1
                audio_source aufile,%s
                audio_player aufile,%s
                ausrc_srate 8000
                auplay_srate 8000
                rtp_timeout 0
                call_max_calls 1
                module_path /usr/lib/baresip/modules
                module stdio.so
                module g711.so
                module aufile.so
                module_tmp uuid.so
                module_tmp account.so
                module_app menu.so
                """.formatted(freePort(), wav, heard));
        return Program.other(
                folder,
                "baresip",
                "-f",
                folder.toString(),
                "-e",
                "/dial sip:%s@%s:%d;transport=%s".formatted(target, Office.HOST, port, transport),
                "-t",
                "" + until.toSeconds());
    }

    private static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getByName(Office.HOST))) {
            return socket.getLocalPort();
        }
    }
}
