package amends.desktop.flow;

import amends.desktop.look.Language;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.FlowStep;
import amends.knowledge.FlowText;
import amends.knowledge.ReadersScript;

/** Puts flows into the script of whoever reads them. Away from the screen: the first time takes a moment. */
record FlowScript(Language language, ReadersScript script) {
    ArticleLanguage reads() {
        return language == Language.EN ? ArticleLanguage.EN : ArticleLanguage.ZH_CN;
    }

    FlowText shown(FlowText flow) {
        if (language != Language.ZH_TW || flow.id().language() != ArticleLanguage.ZH_CN) return flow;
        return new FlowText(
                flow.id(),
                flow.kind(),
                script.inTraditional(flow.title()),
                flow.category(),
                flow.about(),
                flow.steps().stream().map(this::shown).toList(),
                flow.source());
    }

    private FlowStep shown(FlowStep step) {
        return new FlowStep(
                step.id(),
                script.inTraditional(step.say()),
                script.inTraditional(step.note()),
                step.article(),
                step.act(),
                step.answers().stream()
                        .map(a -> new FlowStep.Answer(script.inTraditional(a.text()), a.to()))
                        .toList(),
                step.end());
    }
}
