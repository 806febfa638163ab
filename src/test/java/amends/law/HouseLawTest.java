package amends.law;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import amends.kernel.Exempt;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law of the house (src/docs/architecture.md): who may know whom, and where each technology is kept. */
@Order(1) // It is long, and begins with the first.
class HouseLawTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("amends");

    /** Which rooms a room may know besides itself and the kernel: the page's table and the arrows of its picture. */
    private static final Map<String, Set<String>> MAY_KNOW = picture();

    private static Map<String, Set<String>> picture() {
        var arrows = new TreeMap<String, Set<String>>();
        try {
            String page = Files.readString(Path.of("src/docs/architecture.md"));
            named("^\\| (`\\w+`(?:, `\\w+`)*) \\|", page)
                    .forEach(line -> named("`(\\w+)`", line.group(1))
                            .forEach(room -> arrows.putIfAbsent(room.group(1), new TreeSet<>())));
            arrows.remove("app");
            named("^ {2}(\\w+) --> (\\w+)$", page)
                    .forEach(arrow -> arrows.computeIfAbsent(arrow.group(1), k -> new TreeSet<>())
                            .add(arrow.group(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrows;
    }

    private static List<MatchResult> named(String pattern, String page) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(page)
                .results()
                .toList();
    }

    static List<String> rooms() {
        return MAY_KNOW.keySet().stream().sorted().toList();
    }

    @Test
    void every_room_has_its_law() {
        var known = new TreeSet<>(MAY_KNOW.keySet());
        known.addAll(Set.of("app", "launcher"));
        var rooms = new TreeSet<String>();
        HOUSE.forEach(c -> rooms.add(c.getPackageName().split("\\.")[1]));
        org.assertj.core.api.Assertions.assertThat(known).containsAll(rooms);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_knows_only_the_rooms_it_may(String room) {
        String[] forbidden = MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(room) && !other.equals("kernel"))
                .filter(other -> !MAY_KNOW.get(room).contains(other))
                .map(other -> "amends." + other + "..")
                .toArray(String[]::new);
        keep(noClasses()
                .that()
                .resideInAPackage("amends." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
        keep(noClasses()
                .that()
                .resideInAPackage("amends." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("amends.app.."));
    }

    @Test
    void every_arrow_of_the_picture_is_used() {
        var drawn = new TreeSet<String>();
        MAY_KNOW.forEach((from, to) -> to.forEach(t -> drawn.add(from + " --> " + t)));
        HOUSE.forEach(c -> c.getDirectDependenciesFromSelf()
                .forEach(d -> drawn.remove(room(c) + " --> " + room(d.getTargetClass()))));
        org.assertj.core.api.Assertions.assertThat(drawn)
                .as("arrows that no code needs")
                .isEmpty();
    }

    private static String room(JavaClass c) {
        String[] path = c.getPackageName().split("\\.");
        return path.length > 1 && path[0].equals("amends") ? path[1] : "";
    }

    /** Fairness is law: whatever the picture says, nothing that offers can ask what kind of person somebody is; the report of it does. */
    @Test
    void what_may_be_given_knows_nothing_of_personality() {
        keep(noClasses()
                .that()
                .resideInAnyPackage("amends.compensation..", "amends.desktop.compensation..")
                .and()
                .haveSimpleNameNotStartingWith("Fairness")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("amends.personality..", "amends.desktop.speak.."));
    }

    /** The same of what their statements read. */
    @Test
    void what_may_be_given_reads_no_types() throws IOException {
        for (String room : List.of("compensation", "desktop/compensation", "care", "promise"))
            try (var files = Files.walk(Path.of("src/main/java/amends", room))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList())
                    org.assertj.core.api.Assertions.assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContain("personality_", "report_type", "customer_type");
            }
    }

    @Test
    void rooms_form_no_circle() {
        keep(SlicesRuleDefinition.slices()
                .matching("amends.(*)..")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage("amends.telephony.sip.."), resideInAnyPackage("amends.sip..")));
    }

    /** Leaves: packages named after a technology, below a room. */
    private static final DescribedPredicate<JavaClass> ADAPTER = resideInAnyPackage(
            "amends.*.jdbc..",
            "amends.*.sip..",
            "amends.*.manager..",
            "amends.*.device..",
            "amends.*.webrtc..",
            "amends.*.hidraw..",
            "amends.*.ogg..",
            "amends.*.tink..",
            "amends.*.folder..",
            "amends.*.smpp..",
            "amends.*.http..",
            "amends.*.spreadsheet..",
            "amends.*.pdf..",
            "amends.*.lucene..",
            "amends.*.onnx..");

    @Test
    void a_root_package_knows_no_adapter_of_its_own_or_of_others() {
        keep(noClasses()
                .that(resideInAnyPackage("amends..")
                        .and(not(ADAPTER))
                        .and(not(resideInAnyPackage("amends.app..", "amends.pbx.."))))
                .should()
                .dependOnClassesThat(ADAPTER));
    }

    @Test
    void the_user_agent_is_the_only_place_of_telephony_that_knows_sip() {
        keep(noClasses()
                .that()
                .resideInAPackage("amends.telephony")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("amends.sip..", "amends.telephony.sip.."));
    }

    @Test
    void each_technology_is_kept_in_its_place() {
        confine(
                List.of("javax.sip..", "gov.nist.."),
                "amends.sip..",
                "amends.telephony.sip..",
                "amends.pbx..",
                "amends.simulation..");
        confine(List.of("javax.swing..", "com.formdev..", "net.miginfocom.."), "amends.desktop..", "amends.app..");
        // Letters are drawn as shapes in a PDF.
        confine(List.of("java.awt.."), "amends.desktop..", "amends.app..", "amends.*.pdf..");
        confine(
                List.of(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "org.flywaydb..",
                        "com.zaxxer..",
                        "org.h2..",
                        "org.postgresql.."),
                "amends.*.jdbc..");
        confine(List.of("javax.sound.."), "amends.media.device..");
        confine(List.of("dev.onvoid.."), "amends.media.webrtc..");
        confine(List.of("com.google.crypto.."), "amends.recording.tink..");
        confine(List.of("org.xbill.."), "amends.sip..");
        confine(List.of("org.gagravarr.."), "amends.recording.ogg..");
        confine(List.of("io.github.jaredmdobson.."), "amends.recording.ogg..", "amends.rtp..");
        confine(List.of("org.jitsi.."), "amends.rtp..");
        confine(List.of("org.jsmpp.."), "amends.sms.smpp..", "amends.simulation..");
        confine(List.of("java.lang.foreign.."), "amends.media.ffm..");
        confine(
                List.of("org.apache.lucene..", "com.github.houbb..", "net.sourceforge.pinyin4j.."),
                "amends.knowledge.lucene..");
        confine(List.of("org.jfree.."), "amends.desktop..");
        confine(List.of("org.dhatim.."), "amends.*.spreadsheet..");
        confine(List.of("org.openpdf..", "com.lowagie.."), "amends.*.pdf..");
        confine(List.of("picocli.."), "amends.app..");
        confine(List.of("ai.onnxruntime.."), "amends.knowledge.onnx..");
        confine(List.of("com.fasterxml.."), "amends.app..", "amends.*.http..", "amends.knowledge.onnx..");
        confine(List.of("java.net.http.."), "amends.*.http..");
        confine(List.of("org.snakeyaml.."), "amends.kernel.yaml..");
        confine(List.of("com.google.i18n.."), "amends.kernel..");
        confine(List.of("ch.qos.logback.."), "amends.app..");
        confine(List.of("org.apache.commons.csv.."), "amends.*.spreadsheet..");
    }

    private static void confine(List<String> technology, String... homes) {
        keep(noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology.toArray(String[]::new)));
    }

    @Test
    void presentation_models_know_no_swing() {
        keep(noClasses()
                .that()
                .resideInAPackage("amends.desktop..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt.."));
    }

    @Test
    void there_is_no_static_mutable_state() {
        keep(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(notExempt("no static mutable state"))
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
    }

    @Test
    void nothing_on_the_call_path_is_synchronized() {
        keep(com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(
                                "amends.sip..",
                                "amends.telephony..",
                                "amends.media..",
                                "amends.rtp..",
                                "amends.acd..",
                                "amends.pbx..")
                        .and(notExempt("no synchronized")))
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED));
    }

    @Test
    void time_comes_from_the_timekeeper() {
        keep(noClasses()
                .that()
                .resideOutsideOfPackage("amends.kernel")
                .and(notExempt("time"))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime"));
    }

    /** The launcher is for Java 8, which has no builders. */
    @Test
    void threads_are_named_and_built_by_builders() {
        keep(noClasses()
                .that(notExempt("no bare thread").and(not(resideInAnyPackage("amends.launcher.."))))
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class));
    }

    @Test
    void only_the_app_prints() {
        keep(noClasses()
                .that()
                .resideOutsideOfPackages("amends.app..", "amends.launcher..")
                .and(notExempt("no print"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void the_screen_thread_is_reached_by_its_decorator_alone() {
        keep(noClasses()
                .that(notExempt("invokeLater"))
                .should()
                .callMethod("javax.swing.SwingUtilities", "invokeLater", "java.lang.Runnable")
                .orShould()
                .callMethod("java.awt.EventQueue", "invokeLater", "java.lang.Runnable"));
    }

    @Test
    void names_say_what_a_thing_is() {
        for (String empty : List.of("Impl", "Manager", "Util", "Utils", "Helper", "Data", "Info")) {
            keep(classes().should().haveSimpleNameNotEndingWith(empty));
        }
    }

    private static DescribedPredicate<JavaClass> notExempt(String rule) {
        return DescribedPredicate.describe(
                "not let off '" + rule + "'",
                c -> !exemptFrom(c, rule)
                        && !c.getEnclosingClass()
                                .map(outer -> exemptFrom(outer, rule))
                                .orElse(false));
    }

    private static boolean exemptFrom(JavaClass c, String rule) {
        return c.isAnnotatedWith(Exempt.class)
                && c.getAnnotationOfType(Exempt.class).from().equals(rule);
    }

    private static void keep(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
