package amends.app;

import amends.acd.AnswerRules;
import amends.acd.AutoAnswer;
import amends.telephony.Party;
import java.nio.file.Path;

/** A desk's answering by itself: what the settings say, and what the agent chose of it. */
final class AnsweringRoom {
    private AnsweringRoom() {}

    /** @param home where the choice is remembered; it is not asked where the settings answer every call */
    static AutoAnswer at(Desk desk, AnswerRules settings, Path home) {
        var file = new AnswerChoiceFile(home);
        String own = desk.member.extension();
        return new AutoAnswer(
                desk.phone,
                desk.session,
                desk.loop,
                party -> isColleague(party, own),
                desk.sound::zip,
                offered(settings),
                settings.calls() == AnswerRules.Calls.ALL ? settings : file.read(settings),
                file::write);
    }

    /** What the page of sound switches on: never more than the settings mean, and of the house where they mean nothing. */
    private static AnswerRules offered(AnswerRules settings) {
        AnswerRules queue =
                settings.calls() == AnswerRules.Calls.NONE ? settings.with(AnswerRules.Calls.QUEUE) : settings;
        return settings.asked() == AnswerRules.Asked.NEVER ? queue.with(AnswerRules.Asked.INSIDE) : queue;
    }

    /** The house's extensions are as long as each other, and numbers of the public network are not so short. */
    static boolean isColleague(Party party, String own) {
        return party.user().length() == own.length() && party.user().matches("[0-9]{2,6}");
    }
}
