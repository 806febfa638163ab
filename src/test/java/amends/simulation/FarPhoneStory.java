package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallEvent.DigitPressed;
import amends.telephony.CallEvent.Held;
import amends.telephony.CallEvent.Retrieved;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A telephone that nobody here wrote and two desks at the embedded PBX: all that can become of a call, both ways. */
abstract class FarPhoneStory {
    /** Of the desk that talks with it, the telephone itself, and the desk that calls are passed on to. */
    static final String DESK = "1001";

    static final String THERE = "1002";
    static final String THIRD = "1003";

    @TempDir
    Path folder;

    private EmbeddedPbx pbx;
    TalkingDesk desk;
    TalkingDesk third;
    FarPhone far;

    /** Skips the test where the telephone is not installed. */
    abstract void needed();

    abstract FarPhone phone(Path folder, Account account, VoiceCoding coding) throws Exception;

    @BeforeEach
    void a_pbx_is_up() {
        needed();
        pbx = EmbeddedPbx.start(
                PbxConfig.onLoopback(
                        List.of(
                                new Extension(DESK, "pw" + DESK, "Desk"),
                                new Extension(THERE, "pw" + THERE, "Somebody's telephone"),
                                new Extension(THIRD, "pw" + THIRD, "Another desk")),
                        List.of(CallQueue.of("support")),
                        List.of(new ManagerUser("cti", "secret"))),
                Timekeeper.system());
    }

    @AfterEach
    void close() throws Exception {
        if (far != null) far.close();
        if (desk != null) desk.close();
        if (third != null) third.close();
        if (pbx != null) pbx.close();
    }

    private Account account(String extension) {
        return Account.at("127.0.0.1", pbx.sipPort(), Transport.UDP, extension, "pw" + extension);
    }

    private void theyAreThere(VoiceCoding coding) throws Exception {
        far = phone(folder, account(THERE), coding);
        desk = new TalkingDesk(account(DESK), List.of(coding), EncryptionWish.OFF);
    }

    void anotherDeskIsThere(VoiceCoding coding) throws Exception {
        third = new TalkingDesk(account(THIRD), List.of(coding), EncryptionWish.OFF);
    }

    /** The desk calls it. */
    CallId theyTalk(VoiceCoding coding) throws Exception {
        theyAreThere(coding);
        desk.accepted(p -> p.dial(THERE));
        far.answers();
        return desk.established();
    }

    @ParameterizedTest
    @EnumSource(VoiceCoding.class)
    void both_call_both_are_heard_press_keys_and_hang_up(VoiceCoding coding) throws Exception {
        CallId call = theyTalk(coding);
        desk.hears();
        far.hasHeardTheSentence();
        desk.accepted(p -> p.sendDigits(call, "5"));
        far.hasHeardKey('5');
        far.presses('7');
        assertThat(desk.event(DigitPressed.class).digit()).isEqualTo('7');
        desk.accepted(p -> p.clear(call));
        assertThat(desk.cleared()).isEqualTo(ClearCause.LOCAL_HANGUP);

        far.dials(DESK);
        desk.answers();
        desk.hears();
        far.hasHeardTheSentence();
        far.hangsUp();
        assertThat(desk.cleared()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }

    @Test
    void each_holds_the_other_and_takes_it_back() throws Exception {
        CallId call = theyTalk(VoiceCoding.G722);
        desk.accepted(p -> p.hold(call));
        desk.event(Held.class);
        desk.accepted(p -> p.retrieve(call));
        desk.event(Retrieved.class);
        desk.hears();
        far.holds();
        desk.hearsSomethingElse();
        far.retrieves();
        desk.hears();
    }

    @Test
    void the_desk_passes_it_on_unheard() throws Exception {
        CallId call = theyTalk(VoiceCoding.PCMA);
        anotherDeskIsThere(VoiceCoding.PCMA);
        desk.accepted(p -> p.transfer(call, THIRD));
        third.answers();

        assertThat(desk.cleared()).isEqualTo(ClearCause.TRANSFERRED);
        third.hears();
    }

    @Test
    void the_desk_consults_and_connects() throws Exception {
        CallId call = theyTalk(VoiceCoding.PCMA);
        anotherDeskIsThere(VoiceCoding.PCMA);
        desk.accepted(p -> p.dial(THIRD));
        third.answers();
        CallId consulted = desk.established();
        desk.accepted(p -> p.connect(call, consulted));

        assertThat(desk.cleared()).isEqualTo(ClearCause.TRANSFERRED);
        assertThat(desk.cleared()).isEqualTo(ClearCause.TRANSFERRED);
        third.hears();
    }

    @Test
    void it_passes_the_desk_on_unheard() throws Exception {
        theyTalk(VoiceCoding.PCMA);
        anotherDeskIsThere(VoiceCoding.PCMA);
        far.transfers(THIRD);
        CallId call = third.answers();
        third.hears();

        third.accepted(p -> p.clear(call));
        assertThat(desk.cleared()).isEqualTo(ClearCause.REMOTE_HANGUP);
    }
}
