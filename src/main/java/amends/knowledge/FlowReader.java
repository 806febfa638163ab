package amends.knowledge;

import amends.kernel.PlainText;
import amends.kernel.yaml.Nearest;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.kernel.yaml.YamlMistakes.Mistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a flow as its file says it. Beside what is misspelt, these are mistakes, each told with its line: a step that
 * neither ends nor goes on, an answer that leads to no step, steps to which no way leads, steps that go round for ever,
 * two steps of one name.
 */
public final class FlowReader {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern STEP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern CATEGORY = Pattern.compile("[^\\s/]{1,60}(/[^\\s/]{1,60}){0,3}");
    private static final int MOST_SAID = 600;
    private static final int MOST_ANSWER = 80;
    /** As wide as its button in the window, ideographs counted twice. */
    private static final int WIDEST_ANSWER = 44;

    private static final int MOST_ABOUT = 12;

    private final String source;
    private final YamlDocument document;
    private final Map<String, YamlMap> places = new LinkedHashMap<>();
    private final Map<FlowStep.Answer, YamlMap> answers = new HashMap<>();

    private FlowReader(String source, YamlDocument document) {
        this.source = source;
        this.document = document;
    }

    /** @param name how mistakes call it @throws YamlMistakes with everything that is wrong */
    public static FlowText read(String name, String text) throws YamlMistakes {
        if (text.length() > FlowText.MOST_SOURCE)
            throw new YamlMistakes(
                    Path.of(name),
                    List.of(new Mistake(0, 0, "is longer than " + FlowText.MOST_SOURCE + " characters")));
        var reader = new FlowReader(text, YamlDocument.of(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        FlowText flow = reader.flow(reader.document
                .filled("a flow has id, language, kind, title, category and steps")
                .root());
        reader.document.check();
        return flow;
    }

    private FlowText flow(YamlMap root) {
        var id = new FlowId(slug(root), language(root));
        FlowKind kind = root.choice("kind", FlowKind.SOLVING);
        if (!root.has("kind")) root.required("kind");
        String title = said(root, "title", ArticleText.MOST_TITLE, true);
        String category = root.required("category").strip();
        if (!category.isEmpty() && !CATEGORY.matcher(category).matches())
            root.mistake("category", "should be a path such as cards/fees, not '" + category + "'");
        List<String> about = root.each("about", List.of(), "the id of an article", FlowReader::slug);
        if (about.size() > MOST_ABOUT) root.mistake("about", "names more than " + MOST_ABOUT + " articles");
        List<FlowStep> steps = steps(root);
        if (steps.isEmpty()) root.mistake("there are no 'steps'");
        else wayOut(steps);
        return new FlowText(id, kind, title, category, about, steps, source);
    }

    private static String slug(YamlMap root) {
        String slug = root.required("id");
        if (!slug.isBlank() && !SLUG.matcher(slug).matches())
            root.mistake("id", "should be small letters, digits and hyphens, not '" + slug + "'");
        return slug;
    }

    private static String slug(String text) {
        if (!SLUG.matcher(text).matches()) throw new IllegalArgumentException();
        return text;
    }

    private static ArticleLanguage language(YamlMap root) {
        if (!root.has("language")) root.required("language");
        return root.parsed(
                "language",
                ArticleLanguage.ZH_CN,
                "zh-CN or en",
                tag -> ArticleLanguage.ofTag(tag).orElseThrow(IllegalArgumentException::new));
    }

    private static String said(YamlMap map, String key, int most, boolean needed) {
        String text = needed ? map.required(key) : map.text(key, "");
        if (text.length() > most) map.mistake(key, "is longer than " + most + " characters");
        return PlainText.line(text, most);
    }

    private List<FlowStep> steps(YamlMap root) {
        List<YamlMap> maps = root.maps("steps");
        if (maps.size() > FlowText.MOST_STEPS) root.mistake("steps", "are more than " + FlowText.MOST_STEPS);
        return maps.stream().map(this::step).toList();
    }

    private FlowStep step(YamlMap map) {
        String id = map.required("id").strip();
        if (!id.isEmpty() && !STEP.matcher(id).matches())
            map.mistake("id", "should be small letters, digits and hyphens, not '" + id + "'");
        YamlMap before = places.putIfAbsent(id, map);
        if (before != null && !id.isEmpty())
            map.mistake("id", "is '" + id + "', as the step of line " + before.line() + " is called already");
        var step = new FlowStep(
                id,
                said(map, "say", MOST_SAID, true),
                said(map, "note", MOST_SAID, false),
                map.parsed("article", Optional.empty(), "the id of an article", text -> Optional.of(slug(text))),
                map.has("act") ? Optional.of(map.choice("act", FlowAct.PROMISE)) : Optional.empty(),
                answersOf(map),
                map.has("ends") ? Optional.of(map.choice("ends", FlowEnd.SOLVED)) : Optional.empty());
        endsOrGoesOn(step, map);
        return step;
    }

    private List<FlowStep.Answer> answersOf(YamlMap map) {
        List<YamlMap> maps = map.maps("answers");
        if (maps.size() > FlowStep.MOST_ANSWERS)
            map.mistake("answers", "are more than " + FlowStep.MOST_ANSWERS + ": each needs a digit");
        var read = new ArrayList<FlowStep.Answer>();
        for (YamlMap one : maps) {
            var answer = new FlowStep.Answer(
                    said(one, "text", MOST_ANSWER, true), one.required("to").strip());
            if (width(answer.text()) > WIDEST_ANSWER)
                one.mistake("text", "is too long for its button: 22 characters of Chinese, or 44 letters");
            if (read.stream().anyMatch(a -> a.text().equals(answer.text())))
                one.mistake("text", "is there twice in this step");
            answers.putIfAbsent(answer, one);
            read.add(answer);
        }
        return read;
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2e80 ? 2 : 1).sum();
    }

    private static void endsOrGoesOn(FlowStep step, YamlMap map) {
        if (step.answers().isEmpty() && step.end().isEmpty())
            map.mistake("the step '" + step.id() + "' is a dead end: it has neither 'answers' nor 'ends'");
        if (!step.answers().isEmpty() && step.end().isPresent())
            map.mistake("ends", "stands beside 'answers': a step ends or goes on");
    }

    private void wayOut(List<FlowStep> steps) {
        for (FlowStep step : steps) for (FlowStep.Answer answer : step.answers()) leadsSomewhere(answer);
        var graph = new FlowGraph(steps);
        var unreachable = graph.unreachable();
        var endless = graph.endless();
        places.forEach((id, map) -> {
            if (unreachable.contains(id)) map.mistake("no way leads to the step '" + id + "'");
            else if (endless.contains(id))
                map.mistake("the step '" + id + "' goes round for ever: no way from it comes to an end");
        });
    }

    private void leadsSomewhere(FlowStep.Answer answer) {
        if (answer.to().isEmpty() || places.containsKey(answer.to())) return;
        answers.get(answer)
                .mistake(
                        "to",
                        "leads to '" + answer.to() + "', and there is no such step"
                                + Nearest.to(answer.to(), places.keySet())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse(""));
    }
}
