package amends.app;

import amends.acd.AnswerRules;
import amends.acd.AutoAnswer;
import amends.telephony.Extensions;
import java.nio.file.Path;

/** A desk's answering by itself: what the settings say, and what the agent chose of it. */
final class AnsweringRoom {
    private AnsweringRoom() {}

    /** @param home where the choice is remembered; it is not asked where the settings answer every call */
    static AutoAnswer at(Desk desk, AnswerRules settings, Path home) {
        String own = desk.member.extension();
        var file = new AnswerChoiceFile(home, own);
        AnswerRules offered = offered(settings);
        var answer = new AutoAnswer(
                desk.phone,
                desk.session,
                desk.loop,
                party -> Extensions.alike(party.user(), own),
                desk.sound::zip,
                offered,
                settings.calls() == AnswerRules.Calls.ALL ? settings : file.read(settings, offered),
                file::write);
        desk.phone.answeredBy(answer);
        return answer;
    }

    /** What the page of sound switches on: never more than the settings mean, and of the house where they mean nothing. */
    static AnswerRules offered(AnswerRules settings) {
        AnswerRules queue =
                settings.calls() == AnswerRules.Calls.NONE ? settings.with(AnswerRules.Calls.QUEUE) : settings;
        return settings.asked() == AnswerRules.Asked.NEVER ? queue.with(AnswerRules.Asked.INSIDE) : queue;
    }
}
