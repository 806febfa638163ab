package amends.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.acd.VisitMode;
import amends.acd.VisitRefusal;
import amends.compensation.Auditing;
import amends.compensation.Audits;
import amends.compensation.FairnessReport;
import amends.compensation.Grant;
import amends.compensation.Granting;
import amends.contact.CallLine;
import amends.contact.Disposition;
import amends.contact.Satisfaction;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerOffice;
import amends.customer.CustomerProfile;
import amends.customer.Duplicate;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.ImportProblem;
import amends.customer.Merging;
import amends.customer.Need;
import amends.customer.Occasion;
import amends.customer.OutsideField;
import amends.customer.OutsideLine;
import amends.customer.PersonalFile;
import amends.customer.Portrait;
import amends.customer.ProfileOutcome;
import amends.customer.Table;
import amends.customer.Tag;
import amends.customer.TimeLineEntry;
import amends.desktop.attachment.AttachmentsModel;
import amends.desktop.inspection.InspectionModel;
import amends.desktop.profile.PortraitModel;
import amends.desktop.profile.ProfileForm;
import amends.desktop.promise.FormMistake;
import amends.desktop.status.StatusModel;
import amends.desktop.status.Staying;
import amends.knowledge.ArticleFact;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife;
import amends.knowledge.ArticleMistake;
import amends.knowledge.AttachmentCheck;
import amends.knowledge.Audience;
import amends.knowledge.Feedback;
import amends.knowledge.FeedbackBox;
import amends.knowledge.Recall;
import amends.knowledge.Recalling;
import amends.media.SoundBoard;
import amends.media.TalkHint;
import amends.personality.Advice;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseEvent;
import amends.promise.PromiseRefusal;
import amends.quality.ErrorKind;
import amends.quality.InspectionList;
import amends.recording.Recording;
import amends.recording.RecordingLibrary;
import amends.recovery.Callback;
import amends.recovery.CallbackChange;
import amends.recovery.CallbackOutcome;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClock;
import amends.recovery.ComplaintEvent;
import amends.recovery.ComplaintOutcome;
import amends.recovery.Dispatch;
import amends.recovery.Expectation;
import amends.recovery.Settlement;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.survey.SurveyObjection;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import amends.telephony.LineUse;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/amends/desktop/look");
    private static final Path SOURCES = Path.of("src/main/java/amends/desktop");
    private static final Pattern KEY = Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z]+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            bundle.load(reader);
        }
        return bundle;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_shipped_category_has_a_name(Language language) throws IOException {
        var texts = new Texts(language, ZoneId.of("UTC"));
        try (var files = Files.walk(Path.of("kb-content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList())
                for (String line : Files.readAllLines(file))
                    if (line.startsWith("category: "))
                        for (String part : line.substring(10).strip().split("/"))
                            assertThat(texts.category(part)).as(part).isNotEqualTo(part);
        }
        assertThat(texts.category("our/own")).isEqualTo("our › own");
    }

    @Test
    void names_of_categories_are_there_in_every_language_and_never_without_need() throws IOException {
        Set<String> all = bundle("categories.properties").stringPropertyNames();
        assertThat(bundle("categories_zh_CN.properties").stringPropertyNames()).isEqualTo(all);
        assertThat(bundle("categories_zh_TW.properties").stringPropertyNames()).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 days ago", "1, 1 day ago", "2, 2 days ago", "11, 11 days ago"})
    void english_counts(int days, String said) {
        assertThat(new Texts(Language.EN, ZoneId.of("UTC")).get("when.days", days))
                .isEqualTo(said);
    }

    private static Set<String> enumKeys() {
        List<Enum<?>> values = new ArrayList<>();
        values.addAll(List.of(Theme.values()));
        values.addAll(List.of(Staying.values()));
        values.addAll(List.of(AgentState.Reason.values()));
        values.addAll(List.of(ClearCause.values()));
        values.addAll(List.of(VisitMode.values()));
        values.addAll(List.of(TalkHint.values()));
        values.addAll(List.of(VisitRefusal.values()));
        values.addAll(List.of(LineUse.values()));
        values.addAll(List.of(CustomerProfile.Tier.values()));
        values.addAll(List.of(Disposition.values()));
        values.addAll(List.of(CallbackOutcome.values()));
        values.addAll(List.of(CallbackChange.values()));
        values.addAll(List.of(Severity.values()));
        values.addAll(List.of(ProfileForm.Keeping.values()));
        values.addAll(List.of(Recording.State.values()));
        values.addAll(List.of(Satisfaction.values()));
        values.addAll(List.of(SurveyObjection.values()));
        values.addAll(List.of(Role.values()));
        values.addAll(List.of(Settlement.Means.values()));
        values.addAll(List.of(Severity.values()));
        values.addAll(List.of(RecordingLibrary.Obstacle.values()));
        values.addAll(List.of(InspectionModel.Period.values()));
        values.addAll(List.of(InspectionList.Evaluated.values()));
        values.addAll(List.of(ErrorKind.values()));
        values.addAll(List.of(StatusModel.Trouble.values()));
        values.addAll(List.of(Behaviour.values()));
        values.addAll(List.of(CustomerType.values()));
        values.addAll(List.of(Advice.values()));
        values.addAll(List.of(ConsentPurpose.values()));
        values.addAll(List.of(Direction.values()));
        values.addAll(List.of(PromiseRefusal.values()));
        values.addAll(List.of(FormMistake.values()));
        values.addAll(List.of(amends.recovery.CaseFiling.Reason.values()));
        values.addAll(List.of(amends.knowledge.DraftApproval.Outcome.values()));
        values.addAll(List.of(amends.report.Figure.values()));
        values.addAll(List.of(amends.report.Cut.values()));
        values.addAll(List.of(amends.report.Period.Reach.values()));
        values.addAll(List.of(amends.desktop.report.Channel.values()));
        values.addAll(List.of(amends.staff.Improvement.State.values()));
        values.addAll(List.of(amends.staff.ImprovementBox.Reason.values()));
        values.addAll(List.of(Complaint.State.values()));
        values.addAll(List.of(Complaint.Source.values()));
        values.addAll(List.of(Expectation.values()));
        values.addAll(List.of(ComplaintClock.values()));
        values.addAll(List.of(ComplaintEvent.Act.values()));
        values.addAll(List.of(Dispatch.Stage.values()));
        values.addAll(List.of(ComplaintOutcome.Reason.values()));
        values.addAll(List.of(ImportField.values()));
        values.addAll(List.of(ImportKind.values()));
        values.addAll(List.of(OutsideField.values()));
        values.addAll(List.of(ImportProblem.values()));
        values.addAll(List.of(amends.care.Candidate.Pool.values()));
        values.addAll(List.of(amends.care.CareCall.Outcome.values()));
        values.addAll(List.of(amends.care.Sign.values()));
        values.addAll(List.of(amends.desktop.care.CareModel.Remark.values()));
        values.addAll(List.of(amends.readiness.Plan.State.values()));
        values.addAll(List.of(amends.readiness.PlanCourse.Because.values()));
        values.addAll(List.of(amends.readiness.Notice.Audience.values()));
        values.addAll(List.of(ArticleMistake.values()));
        values.addAll(List.of(ArticleLanguage.values()));
        values.addAll(List.of(Audience.values()));
        var keys = values.stream()
                .map(v -> v.getDeclaringClass().getSimpleName() + "." + v.name())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String place : List.of(
                "DESK", "CUSTOMERS", "AMENDS", "RECORDINGS", "INSPECTION", "TEAM", "REPORTS", "KNOWLEDGE", "SOUND"))
            keys.add("Place." + place);
        for (String kind : List.of(
                "customer",
                "outside",
                "correction",
                "contact",
                "recording",
                "letter",
                "message-in",
                "message-out",
                "complaint",
                "callback",
                "failure",
                "outside",
                "answer",
                "survey",
                "behaviour",
                "care",
                "compensation",
                "consent",
                "leaving",
                "need",
                "objection",
                "plan",
                "planNotice",
                "portrait",
                "promise",
                "tag",
                "reportType")) keys.add("PersonalRecord." + kind);
        for (String fact : List.of(
                "name",
                "numbers",
                "number",
                "tier",
                "region",
                "since",
                "outsideId",
                "note",
                "source",
                "direction",
                "queue",
                "score",
                "seconds",
                "announced",
                "text",
                "subject",
                "channel",
                "what",
                "severity",
                "state",
                "words",
                "complaintNumber",
                "callBack",
                "outcome",
                "was",
                "became",
                "why",
                "article",
                "recording",
                "amount",
                "behaviour",
                "chance",
                "code",
                "confidence",
                "days",
                "dispute",
                "due",
                "evidence",
                "expires",
                "habits",
                "hours",
                "interests",
                "kind",
                "language",
                "products",
                "proof",
                "purpose",
                "reason",
                "seen",
                "segment",
                "stage",
                "type",
                "value",
                "withdrawn")) keys.add("PersonalRecord.fact." + fact);
        for (Enum<?> value : nested())
            keys.add(value.getDeclaringClass().getEnclosingClass().getSimpleName()
                    + value.getDeclaringClass().getSimpleName() + "." + value.name());
        for (String deed : List.of(
                "ACKNOWLEDGE",
                "READ_BACK",
                "ASSESS",
                "INVESTIGATE",
                "DISPATCH",
                "SEND",
                "ANSWERED",
                "ACCEPT",
                "SEND_BACK",
                "WITHDRAW",
                "TELL",
                "RESPOND",
                "CLOSE",
                "ASK",
                "RATE",
                "REOPEN",
                "HAND_OVER",
                "ESCALATE",
                "NOTE")) keys.add("Deed." + deed);
        return keys;
    }

    /** Values whose words are found by the name of the type around theirs too. */
    private static List<Enum<?>> nested() {
        List<Enum<?>> values = new ArrayList<>();
        values.addAll(List.of(CallLine.Kind.values()));
        values.addAll(List.of(Complaint.State.values()));
        values.addAll(List.of(Grant.State.values()));
        values.addAll(List.of(Granting.Reason.values()));
        values.addAll(List.of(FairnessReport.Cut.values()));
        values.addAll(List.of(FairnessReport.Verdict.values()));
        values.addAll(List.of(Auditing.Result.values()));
        values.addAll(List.of(Audits.Finding.values()));
        values.addAll(List.of(Callback.State.values()));
        values.addAll(List.of(Promise.State.values()));
        values.addAll(List.of(PromiseEvent.Act.values()));
        values.addAll(List.of(PromiseActs.Reason.values()));
        values.addAll(List.of(Need.Kind.values()));
        values.addAll(List.of(Occasion.Kind.values()));
        values.addAll(List.of(Portrait.Channel.values()));
        values.addAll(List.of(Portrait.JourneyStage.values()));
        values.addAll(List.of(Portrait.NumberLabel.values()));
        values.addAll(List.of(PortraitModel.Reading.values()));
        values.addAll(List.of(ProfileOutcome.Why.values()));
        values.addAll(List.of(Tag.Source.values()));
        values.addAll(List.of(OutsideLine.Standing.values()));
        values.addAll(List.of(CustomerOffice.Way.values()));
        values.addAll(List.of(Duplicate.Reason.values()));
        values.addAll(List.of(Merging.Reason.values()));
        values.addAll(List.of(PersonalFile.Reason.values()));
        values.addAll(List.of(Table.Why.values()));
        values.addAll(List.of(TimeLineEntry.Kind.values()));
        values.addAll(List.of(ArticleLife.Work.values()));
        values.addAll(List.of(ArticleLife.Use.values()));
        values.addAll(List.of(ArticleLife.Event.values()));
        values.addAll(List.of(ArticleLife.Why.values()));
        values.addAll(List.of(Recall.Way.values()));
        values.addAll(List.of(Recalling.Answer.values()));
        values.addAll(List.of(Feedback.Kind.values()));
        values.addAll(List.of(FeedbackBox.Answer.values()));
        values.addAll(List.of(AttachmentCheck.Why.values()));
        values.addAll(List.of(AttachmentsModel.Said.values()));
        values.addAll(List.of(ArticleFact.Flaw.values()));
        values.add(SoundBoard.Answer.IN_CALL);
        values.addAll(List.of(SoundBoard.Flaw.values()));
        values.addAll(List.of(SoundBoard.Trial.values()));
        return values;
    }

    private static Set<String> quoted() throws IOException {
        Set<String> quoted = new TreeSet<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = KEY.matcher(Files.readString(file));
                while (m.find()) quoted.add(m.group(1));
            }
        }
        return quoted;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW"})
    void all_languages_have_the_same_keys(String language) throws IOException {
        assertThat(bundle("texts_" + language + ".properties").keySet())
                .isEqualTo(bundle("texts.properties").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "zh_TW"})
    void all_languages_have_the_same_places_for_arguments(String language) throws IOException {
        Properties english = bundle("texts.properties");
        Properties chinese = bundle("texts_" + language + ".properties");
        for (Object key : english.keySet())
            assertThat(places(chinese.getProperty((String) key)))
                    .as((String) key)
                    .isEqualTo(places(english.getProperty((String) key)));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(r -> r.group()).collect(Collectors.toSet());
    }

    @Test
    void every_value_that_is_shown_has_a_word() throws IOException {
        assertThat(bundle("texts.properties").stringPropertyNames()).containsAll(enumKeys());
    }

    @Test
    void every_key_is_used() throws IOException {
        Set<String> used = quoted();
        used.addAll(enumKeys());
        used.addAll(used.stream().map(k -> k + ".todo").toList());
        for (ProfileForm.Field field : ProfileForm.Field.values())
            used.add("profile." + field.name().toLowerCase(java.util.Locale.ROOT));
        Set<String> unused = new TreeSet<>(bundle("texts.properties").stringPropertyNames());
        unused.removeAll(used);
        assertThat(unused).isEmpty();
    }

    @Test
    void every_key_asked_for_is_there() throws IOException {
        Pattern asked = Pattern.compile("(?:\\.get|heading)\\(\\s*\"([^\"]+)\"");
        Set<String> there = bundle("texts.properties").stringPropertyNames();
        try (var files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("View.java")).toList()) {
                Matcher m = asked.matcher(Files.readString(file));
                while (m.find()) assertThat(there).as(file.toString()).contains(m.group(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void arguments_are_put_in_as_they_are(Language language) {
        var texts = new Texts(language, ZoneId.of("Asia/Shanghai"));
        assertThat(texts.get("caller.queue", "it's {1} <b>$1", "02:00")).contains("it's", "<b>$1", "02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, ZH_CN",
        "zh-SG, ZH_CN",
        "zh-Hans-HK, ZH_CN",
        "zh_TW, ZH_TW",
        "zh-HK, ZH_TW",
        "zh-Hant, ZH_TW",
        "en-GB, EN"
    })
    void a_language_is_found_by_its_tag(String tag, Language language) {
        assertThat(Language.ofTag(tag)).contains(language);
    }

    @Test
    void words_come_in_the_language_whatever_the_system_speaks() {
        var zone = ZoneId.of("Asia/Shanghai");
        assertThat(new Texts(Language.ZH_CN, zone).get("phone.answer")).isEqualTo("接听");
        assertThat(new Texts(Language.EN, zone).get("phone.answer")).isEqualTo("Answer");
    }

    @Test
    void a_duration_reads_like_a_clock() {
        assertThat(Texts.clock(Duration.ofSeconds(134))).isEqualTo("02:14");
        assertThat(Texts.clock(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
        assertThat(Texts.clock(Duration.ofSeconds(-3))).isEqualTo("00:00");
    }

    @Test
    void todays_moment_is_a_time_and_an_earlier_one_has_its_day() {
        var texts = new Texts(Language.EN, ZoneId.of("Asia/Shanghai"));
        Instant now = Instant.parse("2026-01-05T02:00:00Z");
        assertThat(texts.moment(now, now)).isEqualTo("10:00");
        assertThat(texts.moment(now.minusSeconds(86400), now)).isEqualTo("4 Jan 10:00");
    }

    @Test
    void the_bundles_are_utf_8() throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("texts_zh_CN.properties"), StandardCharsets.UTF_8))
                .contains("欠客户的");
    }
}
