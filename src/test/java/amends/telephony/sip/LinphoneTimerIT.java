package amends.telephony.sip;

import static org.assertj.core.api.Assertions.assertThat;

import amends.law.Needs;
import amends.simulation.OtherProgram;
import amends.sip.Transport;
import amends.telephony.CallEvent.ConnectionCleared;
import amends.telephony.CallEvent.Delivered;
import amends.telephony.CallEvent.Established;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.LineState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A linphonec with session timers of its own calls a phone: the least that RFC 4028 allows, 90 s, so that one of them
 * refreshes after 45. Where that is linphone it takes as long; where it is the phone, whose patience is a fortieth of the
 * usual, a second.
 */
class LinphoneTimerIT {
    private static final Pattern REFRESH = Pattern.compile("(?m)^(UPDATE|INVITE) sip:");
    /** As linphone numbers who refreshes. */
    private static final int CALLEE = 1;

    private static final int CALLER = 2;

    @TempDir
    Path folder;

    private ScriptedPeer registrar;
    private Desk desk;
    private OtherProgram linphone;
    private Path log;

    @BeforeEach
    void needs_linphone() throws Exception {
        Needs.uncommonProgram("linphonec", "linphone-cli");
        registrar = new ScriptedPeer(Transport.UDP);
        log = folder.resolve("linphone.log");
    }

    @AfterEach
    void close() throws Exception {
        if (linphone != null) linphone.close();
        if (desk != null) desk.close();
        if (registrar != null) registrar.close();
    }

    @Test
    void what_it_refreshes_goes_on() throws Exception {
        CallId call = itCalls(CALLER, 1);
        hasLogged(text -> count(text) >= 2);

        assertThat(desk.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo(call));
        itHangsUp();
    }

    @Test
    void what_the_phone_refreshes_goes_on() throws Exception {
        CallId call = itCalls(CALLEE, 40);
        hasLogged(text -> count(text) >= 4);

        assertThat(desk.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo(call));
        itHangsUp();
    }

    private void itHangsUp() throws Exception {
        linphone.types("terminate");
        assertThat(desk.event(ConnectionCleared.class).cause()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }

    private CallId itCalls(int refresher, int haste) throws Exception {
        desk = new Desk(Account.at("127.0.0.1", registrar.port(), Transport.UDP, "1001", "pw1001"), haste);
        desk.line(LineState.Registered.class);
        Path settings = Files.writeString(folder.resolve("linphonerc"), """
                [sip]
                sip_port=-1
                sip_tcp_port=-1
                sip_tls_port=-1
                ipv6_migration_done=1
                use_ipv6=0
                guess_hostname=1
                register_only_when_network_is_up=0
                session_expires_enabled=1
                session_expires_value=90
                session_expires_min_value=90
                session_expires_refresher_value=%d
                [net]
                firewall_policy=0
                [rtp]
                audio_rtp_port=-1
                nortp_timeout=600
                [video]
                enabled=0
                capture=0
                display=0
                """.formatted(refresher));
        Files.createDirectories(folder.resolve(".local/share/linphone"));
        linphone = new OtherProgram(
                folder, List.of("linphonec", "-c", settings.toString(), "-d", "6", "-l", log.toString()));
        linphone.types("soundcard use files");
        linphone.types("call " + registrar.registers.peek().contact());
        CallId call = desk.event(Delivered.class).call().id();
        desk.accepted(p -> p.answer(call));
        desk.event(Established.class);
        return call;
    }

    /** Requests that begin a session or go on with it, as it sends and receives them. */
    private static long count(String text) {
        return REFRESH.matcher(text).results().count();
    }

    private void hasLogged(Predicate<String> what) throws Exception {
        for (int i = 0; i < 700; i++) {
            if (Files.exists(log) && what.test(Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1)))
                return;
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("it never said so, see " + log);
    }
}
