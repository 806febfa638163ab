package amends.desktop.shell;

import amends.acd.AgentState;
import amends.acd.AnswerRules;
import amends.customer.PopState;
import amends.desktop.DesktopPorts;
import amends.desktop.FakeDesk;
import amends.telephony.CallId;
import amends.telephony.CallMarks;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.ClearCause;
import amends.telephony.LineState;
import amends.telephony.LineText;
import amends.telephony.LineUse;
import amends.telephony.Party;
import amends.telephony.Transfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phone with more than one call, and calls on their way elsewhere. */
final class PhoneScenes {
    private static final CallId COLLEAGUE = new CallId("out-1002");
    private static final Party CHEN = new Party("1002", "陈芳");

    private static final CallerNumbers NUMBERS = new CallerNumbers(
            List.of(
                    new CallerNumber("+864008001000", "服务热线", false),
                    new CallerNumber("+862161230000", "上海分行", false),
                    new CallerNumber("95533", "", true)),
            true);

    private PhoneScenes() {}

    /** What must be so before the window is opened. */
    static void before(String scene, FakeDesk desk) {
        if (scene.startsWith("p8")) desk.numbers = NUMBERS;
        if (scene.startsWith("pb")) desk.telephone = new DesktopPorts.Telephone("1002", Optional.of("1001"));
        if (scene.startsWith("p9"))
            desk.answering.rules =
                    AnswerRules.NONE.with(AnswerRules.Calls.QUEUE).with(AnswerRules.Asked.INSIDE);
    }

    /** The desk answered the call itself. */
    static void byItself(FakeDesk desk) {
        desk.answering.answered.add(FakeDesk.CALL);
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
    }

    /** A colleague is talked with, who may put a customer through. */
    static void colleague(FakeDesk desk) {
        desk.session.becomes(new AgentState.Busy());
        desk.phone.dial("1002");
        desk.pop.pops(new PopState.Colleague(COLLEAGUE, new Party("1002", ""), "王芳"));
        desk.phone.farEndAnswers(COLLEAGUE);
        desk.time.pass(Duration.ofSeconds(31));
    }

    /** The exchange died in the call. */
    static void lost(FakeDesk desk) {
        talks(desk);
        desk.line.becomes(new LineState.Failing(
                LineState.Problem.UNREACHABLE,
                "the server does not answer",
                desk.time.now().plusSeconds(4)));
        desk.phone.farEndClears(FakeDesk.CALL, ClearCause.UNREACHABLE);
        desk.session.becomes(new AgentState.WorkingAfterCall(desk.time.now().plusSeconds(25)));
    }

    /** A lead's telephone sends a few words meanwhile. */
    static void written(FakeDesk desk) {
        talks(desk);
        desk.line.says(new LineText(new Party("1003", "李敏"), "王先生的退款已批准，可以当场告诉他 <b>"));
    }

    /** Another rings while this one is talked on. */
    static void second(FakeDesk desk) {
        talks(desk);
        desk.phone.rings("c2@pbx", "02161234567", "");
    }

    static void talks(FakeDesk desk) {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        desk.time.pass(Duration.ofSeconds(222));
    }

    static void choosing(FakeDesk desk) {
        talks(desk);
        desk.colleagues.are(Map.of("1002", LineUse.FREE, "1003", LineUse.BUSY));
    }

    /** The customer waits while a colleague is asked. */
    static void two(FakeDesk desk) {
        talks(desk);
        desk.phone.hold(FakeDesk.CALL);
        desk.phone.dial("1002");
        desk.phone.farEndAnswers(COLLEAGUE);
        desk.time.pass(Duration.ofSeconds(31));
    }

    static void moving(FakeDesk desk) {
        talks(desk);
        desk.phone.passes(FakeDesk.CALL, transfer(Transfer.Stage.RINGING, 180));
    }

    static void failed(FakeDesk desk) {
        talks(desk);
        desk.phone.passes(FakeDesk.CALL, transfer(Transfer.Stage.FAILED, 486));
    }

    static void together(FakeDesk desk) {
        two(desk);
        desk.phone.confer(FakeDesk.CALL, COLLEAGUE);
    }

    static void asked(FakeDesk desk) {
        talks(desk);
        var outside = new Party("+8613900139000", "");
        desk.phone.marks(FakeDesk.CALL, CallMarks.NONE.askedFor(Optional.of(outside)));
    }

    /** The far end holds us, and another call comes in. */
    static void waiting(FakeDesk desk) {
        talks(desk);
        desk.phone.marks(FakeDesk.CALL, CallMarks.NONE.held(true));
        desk.phone.rings("c2@pbx", "02161234567", "");
    }

    private static Transfer transfer(Transfer.Stage stage, int status) {
        return new Transfer(CHEN, Optional.empty(), stage, status);
    }
}
