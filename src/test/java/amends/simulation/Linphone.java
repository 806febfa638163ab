package amends.simulation;

import amends.rtp.VoiceCoding;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A linphonec registered somewhere, told what to do by its prompt. Sound is files, and nothing but loopback is used. */
final class Linphone implements FarPhone {
    private final Account account;
    private final VoiceCoding coding;
    private final Path folder;
    private final OtherProgram program;
    private int files;
    private boolean answered;
    private boolean holding;

    Linphone(Path folder, Account account, VoiceCoding coding, EncryptionWish wish) throws Exception {
        this.account = account;
        this.coding = coding;
        this.folder = folder;
        Path settings = Files.writeString(folder.resolve("linphonerc"), settings(wish));
        Files.createDirectories(folder.resolve(".local/share/linphone"));
        program = new OtherProgram(
                folder,
                List.of("linphonec", "-c", settings.toString(), "-d", "6", "-l", folder.resolve("linphone.log") + ""));
        program.types("soundcard use files");
        program.types("play " + OtherProgram.says(folder, OtherProgram.rate(coding), 1));
        listens();
        program.printsWhenAsked("status register", "registered, identity");
    }

    private String settings(EncryptionWish wish) {
        var all = new StringBuilder("""
                [sip]
                sip_port=-1
                sip_tcp_port=-1
                sip_tls_port=-1
                use_ipv6=0
                use_rfc2833=1
                use_info=0
                guess_hostname=1
                default_proxy=0
                register_only_when_network_is_up=0
                media_encryption=%s
                media_encryption_mandatory=%d
                verify_server_certs=1
                verify_server_cn=1
                %s
                [net]
                firewall_policy=0
                [rtp]
                audio_rtp_port=-1
                [video]
                enabled=0
                capture=0
                display=0
                [sound]
                echocancellation=0
                [proxy_0]
                reg_proxy=<sip:%s:%d;transport=%s>
                reg_identity=sip:%s@%s
                reg_expires=60
                reg_sendregister=1
                [auth_info_0]
                username=%s
                passwd=%s
                """.formatted(
                        wish == EncryptionWish.OFF ? "none" : "srtp",
                        wish == EncryptionWish.REQUIRED ? 1 : 0,
                        account.authorities().map(a -> "root_ca=" + a).orElse(""),
                        account.host(),
                        account.port(),
                        account.transport().token(),
                        account.user(),
                        account.domain(),
                        account.user(),
                        account.password()));
        int i = 0;
        for (VoiceCoding each : VoiceCoding.values())
            all.append("[audio_codec_%d]\nmime=%s\nrate=%d\nchannels=%d\nenabled=%d\n"
                    .formatted(i++, each.encodingName(), each.clockRate(), each.channels(), each == coding ? 1 : 0));
        return all.toString();
    }

    /** What is heard in the next call gets a file of its own. Asked for while there is a call, it crashes. */
    private void listens() throws Exception {
        files++;
        program.types("record " + heard());
    }

    private Path heard() {
        return folder.resolve("heard-" + files + ".wav");
    }

    private String at(String number) {
        return "sip:" + number + "@" + account.domain();
    }

    @Override
    public void dials(String number) throws Exception {
        if (answered && !holding) {
            program.prints("Call \\d+ with .* ended");
            listens();
        }
        program.types("call " + at(number));
    }

    @Override
    public void answers() throws Exception {
        program.prints("Receiving new incoming call");
        program.types("answer");
        answered = true;
    }

    @Override
    public void holds() throws Exception {
        holding = true;
        program.types("pause");
        program.prints("is now paused");
    }

    @Override
    public void retrieves() throws Exception {
        holding = false;
        program.types("resume");
    }

    @Override
    public void presses(char key) throws Exception {
        program.types("" + key);
    }

    @Override
    public void hasHeardKey(char key) throws Exception {
        program.prints("Receiving tone " + key);
    }

    @Override
    public void transfers(String number) throws Exception {
        program.types("transfer " + at(number));
    }

    /** Connects the parties of its two calls. */
    void connects(int one, int other) throws Exception {
        program.types("transfer " + one + " --to-call " + other);
    }

    @Override
    public void hangsUp() throws Exception {
        program.types("terminate");
    }

    @Override
    public void hasHeardTheSentence() throws Exception {
        OtherProgram.holdsTheSentence(heard(), OtherProgram.rate(coding), 1);
    }

    @Override
    public void close() throws Exception {
        program.close();
    }
}
