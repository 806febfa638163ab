package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "services",
        description = "Without a window and without anybody signed in: does what a shared database has to be done by"
                + " itself, short messages first. May run twice, on two machines, side by side.",
        mixinStandardHelpOptions = true)
final class ServicesCommand implements Callable<Integer> {
    @Mixin
    SettingsOptions options;

    @Override
    public Integer call() throws IOException, YamlMistakes, InterruptedException {
        Home home = options.home();
        DeskSettings settings = options.read(home);
        Logs.to(home.logs(), false);
        var time = Timekeeper.system();
        var closing = new Closing();
        try (closing) {
            var store = closing.with(
                    StoreRoom.open(settings.database(), settings.recovery(), home, InstallationName.of(home), time));
            store.database().onAvailability(now -> say("the database: " + now));
            var duties = closing.with(HouseDuties.ofServices(settings, store, time));
            duties.sms().ifPresent(sms -> tell(sms, settings));
            closing.atExitToo();
            say("The services run for " + settings.database().url() + ". Ctrl-C ends them.");
            new CountDownLatch(1).await();
        }
        return Exit.OK;
    }

    private static void tell(SmsRoom sms, DeskSettings settings) {
        var centre = settings.sms().centre();
        String where = centre.server() + ":" + centre.port();
        if (!settings.sms().enabled()) say("no SMS centre: sms.enabled is false");
        sms.gateway()
                .onReachable(reachable -> say("the SMS centre " + where + (reachable ? " is bound" : " was lost")));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
