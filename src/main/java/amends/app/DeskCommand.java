package amends.app;

import amends.acd.AnswerRules;
import amends.kernel.yaml.YamlMistakes;
import amends.media.device.JavaSoundDevices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "desk",
        description = "The agent's desk: phone, caller's profile, notes, recordings.",
        mixinStandardHelpOptions = true)
final class DeskCommand implements Callable<Integer> {
    @Mixin
    SettingsOptions settings;

    @Mixin
    WindowOptions window;

    @Option(names = "--sample-config", description = "Prints a sample with every key and its default, and ends.")
    boolean sample;

    @Option(names = "--list-sound", description = "Prints the names of this machine's sound devices, and ends.")
    boolean listSound;

    @Option(names = "--login", description = "Who signs in, instead of the settings' sign-in.login.")
    String login;

    @Option(
            names = "--auto-answer",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "SECONDS",
            description = "Answers every call by itself, after this many seconds if given.")
    Integer autoAnswer;

    @Option(names = "--audio-in", paramLabel = "FILE.wav", description = "Speaks this file instead of a microphone.")
    Path audioIn;

    @Option(names = "--audio-out", paramLabel = "FILE.wav", description = "Writes what is heard to this file.")
    Path audioOut;

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "Without a window: ends after so many calls. Otherwise Ctrl-C ends it.")
    int calls;

    @Override
    public Integer call() throws Exception {
        if (sample) {
            System.out.print(Samples.text("amends.yaml"));
            return Exit.OK;
        }
        if (listSound) return listSound();
        Home home = settings.home();
        DeskSettings read = read(home);
        Logs.to(home.logs(), false);
        return window.wanted()
                ? WindowedDesk.run(read, home, window)
                : HeadlessDesk.run(read, home, login(read), calls);
    }

    private static int listSound() {
        JavaSoundDevices.microphones().forEach(name -> System.out.println("microphone: " + name));
        JavaSoundDevices.speakers().forEach(name -> System.out.println("speaker:    " + name));
        return Exit.OK;
    }

    private DeskSettings read(Home home) throws YamlMistakes, IOException {
        DeskSettings read = settings.read(home);
        boolean files = audioIn != null || audioOut != null;
        var sound = files ? read.sound().at(file(audioIn), file(audioOut), "none") : read.sound();
        AnswerRules said = read.answering();
        AnswerRules all = autoAnswer == null
                ? said
                : new AnswerRules(AnswerRules.Calls.ALL, Duration.ofSeconds(autoAnswer), said.asked());
        return read.with(sound, all).withLogin(login(read));
    }

    private String login(DeskSettings read) {
        return login == null ? read.signIn().login() : login;
    }

    private static String file(Path wav) {
        return wav == null ? "none" : "wav:" + wav;
    }
}
