package amends.simulation;

import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A baresip registered somewhere, told what to do by its control port. */
final class Baresip implements FarPhone {
    private final Account account;
    private final VoiceCoding coding;
    private final Path folder;
    private final OtherProgram program;
    private final Socket control;

    /** @param wish of SRTP with keys in the description; preferred is not known to it */
    Baresip(Path folder, Account account, VoiceCoding coding, EncryptionWish wish) throws Exception {
        this.account = account;
        this.coding = coding;
        this.folder = folder;
        int port = OtherProgram.freeConnectionPort();
        Files.writeString(folder.resolve("accounts"), account(wish));
        Files.writeString(folder.resolve("config"), config(port));
        program = new OtherProgram(folder, List.of("baresip", "-f", folder.toString(), "-t", "120"));
        program.prints("200 OK");
        control = connected(port);
    }

    private String account(EncryptionWish wish) {
        String name = coding.encodingName().toLowerCase(Locale.ROOT);
        String codec = coding == VoiceCoding.OPUS ? "opus/48000/2" : name + "/" + OtherProgram.rate(coding) + "/1";
        return "<sip:%s@%s:%d%s>;auth_user=%s;auth_pass=%s;regint=60;answermode=manual;audio_codecs=%s;dtmfmode=rtpevent%s\n"
                .formatted(
                        account.user(),
                        account.host(),
                        account.port(),
                        way(),
                        account.user(),
                        account.password(),
                        codec,
                        wish == EncryptionWish.OFF ? "" : ";mediaenc=srtp-mand");
    }

    private int channels() {
        return coding == VoiceCoding.OPUS ? 2 : 1;
    }

    private String way() {
        return account.transport() == Transport.UDP
                ? ""
                : ";transport=" + account.transport().token();
    }

    private String config(int control) throws Exception {
        int rate = OtherProgram.rate(coding);
        return """
                sip_listen 127.0.0.1:%d
                %s
                net_interface 127.0.0.1
                audio_source aufile,%s
                audio_player aubridge,nowhere
                ausrc_srate %d
                auplay_srate %d
                rtp_timeout 0
                call_max_calls 4
                module_path /usr/lib/baresip/modules
                module g711.so
                module g722.so
                module opus.so
                module aufile.so
                module aubridge.so
                module sndfile.so
                snd_path %s
                module srtp.so
                module_tmp uuid.so
                module_tmp account.so
                module_app ctrl_tcp.so
                module_app menu.so
                ctrl_tcp_listen 127.0.0.1:%d
                """.formatted(
                        OtherProgram.freePort(),
                        account.authorities().map(a -> "sip_cafile " + a).orElse(""),
                        OtherProgram.says(folder, rate, channels()),
                        rate,
                        rate,
                        folder,
                        control);
    }

    private static Socket connected(int port) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return new Socket("127.0.0.1", port);
            } catch (ConnectException e) {
                if (i == 100) throw e;
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private void does(String command, String parameter) throws IOException {
        String json = "{\"command\":\"" + command + "\",\"params\":\"" + parameter + "\"}";
        control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
    }

    private String at(String number) {
        return "sip:" + number + "@" + account.host() + ":" + account.port() + way();
    }

    @Override
    public void dials(String number) throws Exception {
        does("dial", at(number));
    }

    @Override
    public void answers() throws Exception {
        program.prints("(?i)incoming call");
        does("accept", "");
    }

    @Override
    public void holds() throws Exception {
        does("hold", "");
    }

    @Override
    public void retrieves() throws Exception {
        does("resume", "");
    }

    @Override
    public void presses(char key) throws Exception {
        does("sndcode", "" + key);
    }

    @Override
    public void hasHeardKey(char key) throws Exception {
        program.prints("received event: '" + key + "' \\(end=0\\)");
    }

    @Override
    public void transfers(String number) throws Exception {
        does("transfer", at(number));
    }

    @Override
    public void hangsUp() throws Exception {
        does("hangup", "");
    }

    @Override
    public void hasHeardTheSentence() throws Exception {
        program.prints("dumping decode audio");
        OtherProgram.holdsTheSentence(newest(), OtherProgram.rate(coding), channels());
    }

    /** Each stream is written into a file of its own, named by the time. */
    private Path newest() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith("-dec.wav"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    @Override
    public void close() throws Exception {
        control.close();
        program.close();
    }
}
