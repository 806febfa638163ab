package amends.desktop.shell;

import amends.contact.Contact;
import amends.desktop.DesktopPorts;
import amends.desktop.DesktopSettings;
import amends.desktop.inspection.InspectionModel;
import amends.desktop.knowledge.KnowledgeView;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Theme;
import amends.desktop.minibar.MiniBar;
import amends.desktop.minibar.MiniBarWindow;
import amends.desktop.phone.RailView;
import amends.desktop.profile.CallerWords;
import amends.desktop.recovery.OweWords;
import amends.desktop.recovery.OwedMark;
import amends.desktop.report.ImprovementForm;
import amends.desktop.status.StatusBar;
import amends.desktop.status.Staying;
import amends.kernel.Cancellable;
import amends.kernel.PhoneNumber;
import amends.knowledge.FlowAct;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.Timer;

/**
 * The window of whoever takes calls: {@link #open} is the way in. Used on the event dispatch thread only. The models
 * live as long as the window; what is drawn is drawn anew from them for another language, theme or text size, and
 * nothing typed is lost by it.
 */
public final class AgentWindow {
    private final DesktopPorts ports;
    private final DeskModels models;
    private final HouseFrame house;
    private final MiniBarWindow miniBar;
    private final Timer halfSeconds;
    private final Timer tenths;
    private final Keys keys;
    private final Cancellable tidying;
    private boolean miniBarWanted;
    private Stage before = new Stage.Idle();
    private CentreView.Place place = CentreView.Place.DESK;
    private RailView rail;
    private CentreView centre;
    private AnswersColumn answers;

    private AgentWindow(DesktopPorts ports, DesktopSettings settings) {
        this.ports = ports;
        models = DeskModels.of(ports);
        String own = ports.member().extension();
        models.phone().caller().remembers(settings.now().caller(own), n -> settings.change(p -> p.withCaller(own, n)));
        house = new HouseFrame(ports.member(), ports.around(), settings, models.work(), new Inside());
        miniBar = new MiniBarWindow(settings, "Amends");
        halfSeconds = new Timer(500, e -> models.tick());
        tenths = new Timer(100, e -> models.tickPlaying());
        keys = new Keys(w -> w == frame() || miniBar.is(w), new DeskKeys(this).acts(), this::pressed, this::typedDigit);
        Cancellable stage = models.stage().listen(this::staged);
        Cancellable form = models.complaints().listen(this::staged);
        Cancellable promise = models.promising().listen(this::staged);
        models.flows().onAct(this::start);
        models.flows().onArticle(models.answers()::show);
        tidying = () -> {
            stage.cancel();
            form.cancel();
            promise.cancel();
        };
    }

    /** Opens the window for who is signed in. It never takes the focus by itself afterwards. */
    public static AgentWindow open(DesktopPorts ports, DesktopSettings settings) {
        var window = new AgentWindow(ports, settings);
        window.show();
        return window;
    }

    /** The phone did not do what was asked: said in a line. On the screen's thread. */
    public void refused(Outcome outcome) {
        models.phone().refused(outcome);
    }

    private void show() {
        frame().addWindowListener(new WindowAdapter() {
            @Override
            public void windowIconified(WindowEvent e) {
                miniBar.setVisible(true);
            }

            @Override
            public void windowDeiconified(WindowEvent e) {
                miniBar.setVisible(miniBarWanted);
            }
        });
        house.prepare();
        keys.open();
        halfSeconds.start();
        tenths.start();
        house.show();
        centre.panel().requestFocusInWindow();
        models.day().load();
        rehearse();
    }

    /** The first caller waits for nothing that can be had before: number formats, fonts, drawing. */
    private void rehearse() {
        String region = ports.around().homeRegion();
        models.work().begin(() -> PhoneNumber.parse("+8613800138000", region).ifPresent(n -> n.shownIn(region)));
        models.work().post(centre::rehearse);
    }

    private final class Inside implements HouseFrame.Inside {
        @Override
        public JPanel content(Look look) {
            if (centre != null) place = centre.place();
            return AgentWindow.this.content(look);
        }

        @Override
        public void drawn(Look look) {
            if (place != CentreView.Place.DESK) centre.go(place);
            var words = new CallerWords(look, models.profile(), models.agent());
            var bar = new MiniBar(look, models.phone(), words::name, owed(look), house::expand);
            miniBar.show(bar.panel(), new Dimension(look.px(420), look.px(56)));
            staged();
        }

        @Override
        public Optional<Staying> stays() {
            return models.staying();
        }

        @Override
        public void refused(Staying why) {
            models.status().stays(why);
        }

        @Override
        public Optional<Runnable> miniBar() {
            return Optional.of(AgentWindow.this::miniBar);
        }

        @Override
        public Optional<Runnable> sound() {
            return Optional.of(AgentWindow.this::sound);
        }

        @Override
        public void improve() {
            AgentWindow.this.improve();
        }

        @Override
        public void leave() {
            models.wrapUp().leave();
            models.notes().save();
            centre.page().ifPresent(page -> page.shown(false));
            tidying.cancel();
            keys.close();
            halfSeconds.stop();
            tenths.stop();
            models.pausePlaying();
            models.inspection().ifPresent(InspectionModel::leave);
            miniBar.close();
        }
    }

    private JPanel content(Look look) {
        rail = new RailView(look, models.phone(), models.agent(), models.profile(), owed(look));
        centre = new CentreView(look, models, this::painted);
        models.answers().read(look.texts().language());
        models.flows().read(look.texts().language());
        models.atHand().read(look.texts().language());
        answers = new AnswersColumn(look, models);
        var status = new StatusBar(look, models.status(), models.time(), ports.telephone(), house.fontTrouble(look));
        int leastAnswers = Math.min(look.px(240), 320);
        JPanel content = look.panel(
                "insets 0, gap 0, fill", "[fill][480px:656u:9999px,grow,fill][shrinkprio 200,fill]", "[grow,fill][][]");
        var side = ScrollBox.around(look, rail.panel());
        var aside = ScrollBox.around(look, answers.panel());
        content.add(side, look.at("cell 0 0, growy, w 240u!, hmin 0, hidemode 3"));
        content.add(centre.panel(), "cell 1 0, grow, wmin 0, hmin 0");
        content.add(aside, look.at("cell 2 0, growy, w " + leastAnswers + "px:380u:380u, hmin 0, hidemode 3"));
        content.add(
                new ImprovementForm(look, models.improvements()).panel(), "cell 0 1 3 1, growx, wmin 0, hidemode 3");
        content.add(status.panel(), "cell 0 2 3 1, growx, wmin 0");
        centre.onPlaced(() -> {
            boolean wide = centre.place().isWide();
            if (aside.isVisible() != wide && side.isVisible() != centre.isWall()) return;
            aside.setVisible(!wide);
            side.setVisible(!centre.isWall());
            content.revalidate();
        });
        return content;
    }

    private OwedMark.Source owed(Look look) {
        var words = new OweWords(look, models.time());
        return new OwedMark.Source(
                models.owe(), call -> words.shortly(models.owe().balance(call)));
    }

    private void painted(CallId call) {
        models.work().post(() -> ports.around().painted().accept(call));
    }

    /** Enter finishes what is being written and nothing else; what a finished call leaves behind is tidied. */
    private void staged() {
        Stage stage = models.stage().stage();
        frame().getRootPane().setDefaultButton(centre.call().entered().orElse(null));
        if (!stage.about().equals(before.about()) && before instanceof Stage.WritingUp done) {
            models.portrait().leave(done.call());
            models.profile().leave(done.call());
            models.answers().leave(done.call());
            models.flows().leave(done.call());
            models.complaints().leave(done.call());
            models.offers().leave(done.call());
            models.promising().leave(done.call());
            models.speak().leave(done.call());
            models.ticks().leave(done.call());
            models.timeline().refresh();
        }
        models.answers().about(stage.about());
        models.articleActs().about(stage.about());
        models.flows().about(stage.about());
        before = stage;
    }

    private boolean pressed(KeyStroke key) {
        return centre.page().filter(page -> page.pressed(key)).isPresent();
    }

    private boolean choosesOffer(char key) {
        var offers = models.offers();
        Optional<CallId> open = models.stage().stage().about().filter(offers::isOpen);
        if (key < '1' || key > '9' || centre.place() != CentreView.Place.DESK) return false;
        open.ifPresent(call -> offers.choose(call, key - '1'));
        return open.isPresent();
    }

    private boolean typedDigit(char key) {
        // A menu that is open has digits of its own.
        if (MenuSelectionManager.defaultManager().getSelectedPath().length > 0) return false;
        if (answers.flowView().typed(key)) return true;
        if (rail.keypad().typed(key)) return true;
        if (choosesOffer(key)) return true;
        if (centre.page().filter(page -> page.typed(key)).isPresent()) return true;
        if (centre.inspecting().filter(view -> view.typed(key)).isPresent()) return true;
        return models.stage().stage() instanceof Stage.WritingUp
                && (centre.wrapUp().typed(key) || centre.call().outcomes().typed(key));
    }

    /** Draws it in another language. */
    void speak(Language language) {
        house.speak(language);
    }

    void theme(Theme theme) {
        house.theme(theme);
    }

    void textPercent(int percent) {
        house.textPercent(percent);
    }

    /** Opens or leaves the promise of the call at hand. */
    void promise() {
        models.stage().stage().about().ifPresent(centre.call()::promise);
    }

    /** Opens or leaves what may be given in the call at hand. */
    void offer() {
        models.stage().stage().about().ifPresent(centre.call()::offer);
    }

    /** What a step of a flow starts. */
    private void start(FlowAct act) {
        switch (act) {
            case PROMISE -> promise();
            case COMPLAINT -> complain();
            case PAYMENT_PAUSE -> {}
        }
    }

    /** Opens or leaves the complaint of the call at hand. */
    void complain() {
        models.stage().stage().about().ifPresent(centre.call()::complain);
    }

    /** Opens the form of a suggestion about what is on the screen now, with the call at hand beside it if wished. */
    void improve() {
        boolean inCall = centre.place() == CentreView.Place.DESK
                && models.stage().stage().about().isPresent();
        models.improvements()
                .write(
                        inCall ? "CALL" : centre.place().name(),
                        models.stage()
                                .stage()
                                .about()
                                .flatMap(ports.keeping()::of)
                                .map(Contact::id));
    }

    void changeSeat(StaffMember to) {
        house.changeSeat(to);
    }

    void signOut() {
        house.signOut();
    }

    /** Goes to the page of sound, or back to the desk. */
    void sound() {
        boolean there = centre.place() == CentreView.Place.SOUND;
        centre.go(there ? CentreView.Place.DESK : CentreView.Place.SOUND);
    }

    void miniBar() {
        miniBarWanted = !miniBar.isVisible();
        miniBar.setVisible(miniBarWanted);
    }

    /** Keeps what is typed and chosen, remembers its place, and tells that it is closed. */
    public void close() {
        house.close();
    }

    JFrame frame() {
        return house.frame();
    }

    DeskModels models() {
        return models;
    }

    CentreView centre() {
        return centre;
    }

    RailView rail() {
        return rail;
    }

    AnswersColumn answers() {
        return answers;
    }

    KnowledgeView knowledge() {
        return answers.knowledge();
    }

    MiniBarWindow miniBarWindow() {
        return miniBar;
    }
}
