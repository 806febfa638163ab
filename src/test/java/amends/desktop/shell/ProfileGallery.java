package amends.desktop.shell;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.Need;
import amends.customer.Occasion;
import amends.customer.OutsideFact;
import amends.customer.OutsideField;
import amends.customer.OutsideLine;
import amends.customer.Portrait;
import amends.customer.Tag;
import amends.customer.TimeLineEntry;
import amends.desktop.DesktopSettings;
import amends.desktop.FakeDesk;
import amends.desktop.Preferences;
import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import amends.kernel.PhoneNumber;
import amends.recovery.Complaint;
import amends.recovery.Severity;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The whole profile in its states. */
final class ProfileGallery {
    private static final UUID WANG = FakeDesk.WANG.id();

    private record Scene(String name, Consumer<FakeDesk> plays, Consumer<AgentWindow> does) {}

    private record Cut(Language language, Theme theme, int width, int height, int percent) {}

    private static final List<Scene> SCENES = List.of(
            new Scene("p1-profile-ringing", ProfileGallery::rings, w -> {}),
            new Scene("p2-profile-open", ProfileGallery::talks, ProfileGallery::opens),
            new Scene("p5-outside-open", ProfileGallery::talksWithOthersKnowing, ProfileGallery::opens),
            new Scene("p6-outside-line", ProfileGallery::talksWithOthersKnowing, w -> {}),
            new Scene("p3-profile-bare", ProfileGallery::talksWithSomebodyNew, ProfileGallery::opens),
            new Scene("p4-profile-refused", ProfileGallery::talks, w -> {
                opens(w);
                w.models().portrait().agree(ConsentPurpose.COMMERCIAL_CALL, "");
            }));

    private ProfileGallery() {}

    static void paint(Path folder, List<String> words) throws Exception {
        for (Cut cut : List.of(
                new Cut(Language.ZH_CN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_TW, Theme.DARK, 1280, 800, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 100),
                new Cut(Language.ZH_CN, Theme.DARK, 1920, 1080, 100),
                new Cut(Language.EN, Theme.LIGHT, 1280, 800, 150)))
            for (Scene scene : SCENES) {
                String name = "%s-%s-%s-%d-%d"
                        .formatted(
                                scene.name(),
                                cut.language().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                cut.theme().name().toLowerCase(Locale.ROOT),
                                cut.width(),
                                cut.percent());
                if (words.isEmpty() || words.stream().anyMatch(name::contains)) paint(scene, cut, folder, name);
            }
    }

    private static void paint(Scene scene, Cut cut, Path folder, String name) throws Exception {
        Path home = Files.createTempDirectory("gallery");
        var window = new AtomicReference<AgentWindow>();
        var desk = new FakeDesk();
        EventQueue.invokeAndWait(() -> {
            var settings = DesktopSettings.in(home);
            settings.change(p -> new Preferences(
                    cut.language(),
                    cut.theme(),
                    cut.percent(),
                    Optional.of(new Preferences.Place(0, 0, cut.width(), cut.height())),
                    false,
                    Optional.empty(),
                    Map.of()));
            desk.time.setWall(Instant.parse("2026-01-05T02:21:00Z"));
            desk.onAnOrdinaryMorning();
            fill(desk);
            if (scene.name().contains("outside")) desk.outside.sources.addAll(List.of("CRM", "核心系统"));
            window.set(AgentWindow.open(desk.ports(), settings));
            scene.plays().accept(desk);
        });
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> scene.does().accept(window.get()));
        WindowGallery.settle();
        EventQueue.invokeAndWait(() -> {
            WindowGallery.shoot(window.get().frame(), folder.resolve(name + ".png"));
            window.get().close();
        });
    }

    private static void rings(FakeDesk desk) {
        desk.ringsWhomWeOwe();
    }

    private static void talks(FakeDesk desk) {
        desk.ringsWhomWeOwe();
        desk.phone.answer(FakeDesk.CALL);
    }

    private static void talksWithOthersKnowing(FakeDesk desk) {
        desk.outside.hasPage = true;
        talks(desk);
        Instant now = desk.time.now();
        desk.outside.says(
                FakeDesk.CALL,
                new OutsideLine(
                        "CRM",
                        OutsideLine.Standing.FRESH,
                        Optional.of(now),
                        List.of(
                                new OutsideFact(OutsideFact.Kind.FIELD, OutsideField.NAME.name(), "王建国"),
                                new OutsideFact(OutsideFact.Kind.FACT, "未结订单", "2（6 号、9 号）"),
                                new OutsideFact(OutsideFact.Kind.FACT, "客户经理", "沈悦，徐汇支行"))),
                new OutsideLine(
                        "核心系统",
                        OutsideLine.Standing.UNREACHABLE,
                        Optional.of(now.minus(Duration.ofHours(3))),
                        List.of(new OutsideFact(OutsideFact.Kind.FACT, "卡状态", "正常，额度 50,000"))));
    }

    private static void talksWithSomebodyNew(FakeDesk desk) {
        desk.profiles.portraits.clear();
        desk.profiles.tags.clear();
        desk.profiles.needs.clear();
        desk.profiles.consents.clear();
        desk.profiles.events.clear();
        desk.archive.contacts.forget();
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
    }

    private static void opens(AgentWindow window) {
        window.models().portrait().toggle(FakeDesk.CALL);
    }

    private static void fill(FakeDesk desk) {
        Instant now = desk.time.now();
        var mobile = new PhoneNumber(FakeDesk.NUMBER);
        var home = new PhoneNumber("+862150001234");
        var work = new PhoneNumber("+862162345678");
        var profile = FakeDesk.WANG;
        desk.profiles.people.put(
                WANG,
                new CustomerProfile(
                        WANG,
                        profile.name(),
                        List.of(mobile, home, work),
                        profile.tier(),
                        profile.region(),
                        Optional.of(Instant.parse("2019-10-01T00:00:00Z")),
                        profile.note(),
                        3));
        desk.profiles.portraits.put(
                WANG,
                new Portrait(
                        WANG,
                        Map.of(
                                mobile, Portrait.NumberLabel.MOBILE,
                                home, Portrait.NumberLabel.HOME,
                                work, Portrait.NumberLabel.WORK),
                        "小微企业主",
                        "zh-CN",
                        List.of(
                                new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(1, 8), Optional.of(1979)),
                                new Occasion(Occasion.Kind.OTHER, "开店纪念日", MonthDay.of(9, 1), Optional.empty())),
                        List.of("云杉信用卡金卡", "小微经营贷", "手机银行"),
                        List.of("每月 25 日还款", "常用手机银行"),
                        List.of("钓鱼", "足球"),
                        Optional.of(Portrait.Channel.SHORT_MESSAGE),
                        Optional.of(new Portrait.Hours(LocalTime.of(18, 30), LocalTime.of(21, 0))),
                        Optional.of(Portrait.JourneyStage.AT_RISK),
                        1));
        desk.profiles.tags.addAll(List.of(
                tag("常出差", Tag.Source.PERSON, "“我这礼拜又在外地”", now.minus(Duration.ofDays(3)), 80, Optional.empty()),
                tag(
                        "理财偏好：稳健",
                        Tag.Source.IMPORT,
                        "crm-2025-12.csv, row 418",
                        now.minus(Duration.ofDays(40)),
                        60,
                        Optional.empty()),
                tag(
                        "有两张卡",
                        Tag.Source.PERSON,
                        "问过第二张卡的额度",
                        now.minus(Duration.ofDays(90)),
                        80,
                        Optional.of(new Tag.Dispute(now.minus(Duration.ofDays(2)), new UUID(1, 1002), "是他太太的卡")))));
        desk.profiles.needs.addAll(List.of(
                new Need(
                        new UUID(8, 1),
                        WANG,
                        Optional.empty(),
                        Need.Kind.EXPLICIT,
                        "注销信用卡",
                        new UUID(1, 1001),
                        now.minus(Duration.ofDays(1))),
                new Need(
                        new UUID(8, 2),
                        WANG,
                        Optional.empty(),
                        Need.Kind.IMPLICIT,
                        "还款太麻烦，想要自动扣款",
                        new UUID(1, 1001),
                        now.minus(Duration.ofDays(1)))));
        desk.profiles.consents.add(new Consent(
                new UUID(8, 3),
                WANG,
                ConsentPurpose.PERSONALISATION,
                Consent.Way.SAID_IN_CALL,
                "“可以，你们记着就行”",
                Optional.empty(),
                new UUID(1, 1001),
                now.minus(Duration.ofDays(60)),
                Optional.empty(),
                Optional.empty()));
        var events = new ArrayList<TimeLineEntry>();
        events.add(TimeLineEntry.of(TimeLineEntry.Kind.COMPLAINT, new UUID(8, 4), now.minus(Duration.ofDays(4)))
                .in(Complaint.State.UNDER_INVESTIGATION)
                .marked(Severity.SEVERE)
                .openUntil(now.minus(Duration.ofHours(3)))
                .saying("#1042 还款被重复扣款，要求退款并说明"));
        events.add(TimeLineEntry.of(TimeLineEntry.Kind.PROMISE, new UUID(8, 5), now.minus(Duration.ofDays(1)))
                .openUntil(now.plus(Duration.ofHours(8)))
                .saying("今天 18:00 前退回 268.00 元"));
        events.add(TimeLineEntry.of(TimeLineEntry.Kind.COMPENSATION, new UUID(8, 6), now.minus(Duration.ofDays(30)))
                .saying("500 积分，排队过久"));
        desk.profiles.events.addAll(events);
    }

    private static Tag tag(
            String name,
            Tag.Source source,
            String evidence,
            Instant at,
            int confidence,
            Optional<Tag.Dispute> dispute) {
        return new Tag(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                WANG,
                name,
                source,
                source == Tag.Source.IMPORT ? "crm-2025-12.csv" : new UUID(1, 1001).toString(),
                evidence,
                at,
                confidence,
                source == Tag.Source.IMPORT ? Optional.of(at.plus(Duration.ofDays(365))) : Optional.empty(),
                source != Tag.Source.IMPORT,
                dispute);
    }
}
