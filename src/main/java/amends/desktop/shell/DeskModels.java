package amends.desktop.shell;

import amends.acd.AgentState;
import amends.contact.Contact;
import amends.desktop.DesktopPorts;
import amends.desktop.EdtExecutor;
import amends.desktop.PostingWork;
import amends.desktop.agent.AgentModel;
import amends.desktop.authors.AuthorsModel;
import amends.desktop.care.CareModel;
import amends.desktop.care.LeavingModel;
import amends.desktop.compensation.FairnessModel;
import amends.desktop.compensation.GrantsModel;
import amends.desktop.compensation.OfferModel;
import amends.desktop.complaint.CallbackBoardModel;
import amends.desktop.complaint.ComplaintsModel;
import amends.desktop.customers.CustomersModel;
import amends.desktop.flow.FlowModel;
import amends.desktop.inspection.InspectionModel;
import amends.desktop.inspection.Player;
import amends.desktop.inspection.PlayerModel;
import amends.desktop.inspection.RecordingsModel;
import amends.desktop.knowledge.ArticleActsModel;
import amends.desktop.knowledge.AtHandModel;
import amends.desktop.knowledge.KnowledgeModel;
import amends.desktop.phone.ColleaguesModel;
import amends.desktop.phone.PhoneModel;
import amends.desktop.profile.OutsideModel;
import amends.desktop.profile.PortraitModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.profile.TimelineModel;
import amends.desktop.promise.PromiseFormModel;
import amends.desktop.promise.PromisesModel;
import amends.desktop.readiness.PlanFeedModel;
import amends.desktop.readiness.PlansModel;
import amends.desktop.recovery.AmendsModel;
import amends.desktop.recovery.CallbacksModel;
import amends.desktop.recovery.ComplaintModel;
import amends.desktop.recovery.OweModel;
import amends.desktop.report.CasesModel;
import amends.desktop.report.ImprovementsModel;
import amends.desktop.report.ReportModel;
import amends.desktop.sound.SoundModel;
import amends.desktop.speak.SpeakModel;
import amends.desktop.speak.TickModel;
import amends.desktop.status.StatusModel;
import amends.desktop.status.Staying;
import amends.desktop.team.TeamModel;
import amends.desktop.wrapup.NotesModel;
import amends.desktop.wrapup.SurveyModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** All presentation models of one window. */
record DeskModels(
        PhoneModel phone,
        AgentModel agent,
        CustomersModel customers,
        ProfileModel profile,
        TimelineModel timeline,
        PortraitModel portrait,
        OutsideModel outside,
        NotesModel notes,
        WrapUpModel wrapUp,
        SurveyModel surveys,
        OweModel owe,
        ComplaintModel complaints,
        CallbacksModel callbacks,
        PromiseFormModel promising,
        PromisesModel promises,
        OfferModel offers,
        GrantsModel grants,
        Optional<FairnessModel> fairness,
        SpeakModel speak,
        TickModel ticks,
        AmendsModel amends,
        ComplaintsModel complaintBoard,
        CallbackBoardModel callbackBoard,
        CareModel care,
        LeavingModel leaving,
        PlansModel plans,
        PlanFeedModel planFeed,
        StageModel stage,
        MyDayModel day,
        RecordingsModel recordings,
        Optional<InspectionModel> inspection,
        StatusModel status,
        KnowledgeModel answers,
        AtHandModel atHand,
        ArticleActsModel articleActs,
        FlowModel flows,
        Optional<TeamModel> team,
        Optional<ReportModel> reports,
        ImprovementsModel improvements,
        Optional<CasesModel> cases,
        AuthorsModel authors,
        SoundModel sound,
        PostingWork work,
        Timekeeper time) {

    static DeskModels of(DesktopPorts ports) {
        return of(ports, new EdtExecutor());
    }

    static DeskModels of(DesktopPorts ports, Executor screen) {
        var around = ports.around();
        var archive = ports.archive();
        var work = new PostingWork(around.background(), screen);
        var agent = new AgentModel(ports.session(), around.time());
        var profile = new ProfileModel(ports.screenPop(), around.time(), around.homeRegion());
        var notes = new NotesModel(ports.keeping(), around.time());
        // The write-up hears of a call's end before the phone does: the stage goes from one to the other directly.
        var wrapUp = new WrapUpModel(ports.calls(), ports.keeping(), ports.session(), notes);
        wrapUp.closesByItself(profile::isColleagueStill, profile::isWord);
        profile.onGivenWay(notes::add);
        var owe = new OweModel(ports.owing(), ports.member());
        wrapUp.onClosing(owe::closing);
        owe.knows(ports.ahead().corrections(), work);
        var phone = new PhoneModel(ports.calls(), around.time(), ports.lineOf());
        phone.know(ports.guests());
        phone.heeds(ports.hintOf());
        phone.answersBy(ports.answering());
        phone.callsAs(ports.numbers());
        phone.moves()
                .know(new ColleaguesModel(ports.colleagues(), ports.promising().people(), ports.member(), work));
        var complaints = new ComplaintModel(
                ports.complaining().complaints(), ports.member().name(), profile, notes, wrapUp, agent, owe);
        var speak = new SpeakModel(ports.manner(), ports.member(), archive.agentName(), profile, owe, complaints, work);
        Function<CallId, Optional<UUID>> contactOf =
                call -> ports.keeping().of(call).map(Contact::id);
        var portrait = new PortraitModel(ports.profiles(), profile, contactOf, work);
        speak.heed(portrait, around.time());
        var answers = new KnowledgeModel(ports.answers(), ports.keeping(), notes, work);
        answers.heeds(ports.authors(), around.time());
        var callbacks = new CallbacksModel(ports.complaining().callbacks(), wrapUp, around.time());
        var planFeed = new PlanFeedModel(ports.ahead().plans());
        return new DeskModels(
                phone,
                agent,
                new CustomersModel(ports.customers(), work, around.time()),
                profile,
                new TimelineModel(ports.profiles()::timeLine, contactOf, profile, work),
                portrait,
                new OutsideModel(ports.outside(), around.time()),
                notes,
                wrapUp,
                new SurveyModel(ports.keeping(), ports.surveys(), work),
                owe,
                complaints,
                callbacks,
                new PromiseFormModel(
                        ports.promising().promises(),
                        ports.member(),
                        profile,
                        notes,
                        work,
                        ports.promising().people(),
                        around.time()),
                new PromisesModel(ports.promising(), ports.member(), work, around.time()),
                new OfferModel(ports.amending(), ports.member(), owe, profile, contactOf, work, around.time()),
                new GrantsModel(ports.amending(), ports.member(), archive.agentName(), work, around.time()),
                ports.amending()
                        .oversight()
                        .map(o -> new FairnessModel(ports.amending(), o, ports.member(), work, around.time())),
                speak,
                new TickModel(ports.manner(), ports.member(), ports.keeping(), profile, speak, owe),
                new AmendsModel(),
                new ComplaintsModel(ports.complaining().office(), work, around.time()),
                new CallbackBoardModel(ports.member(), ports.complaining().office(), callbacks, work, around.time()),
                new CareModel(
                        ports.ahead().care(),
                        work,
                        phone::dial,
                        around.time(),
                        ports.member().id(),
                        around.homeRegion()),
                new LeavingModel(ports.ahead().care(), profile, work),
                new PlansModel(ports.ahead().switching(), work, around.time()),
                planFeed,
                new StageModel(phone, wrapUp),
                new MyDayModel(
                        archive.contacts(),
                        ports.keeping(),
                        profile,
                        work,
                        around.time(),
                        ports.member().id()),
                new RecordingsModel(
                        archive,
                        work,
                        new PlayerModel(
                                archive.recordings()::open, work, new Player(archive.devices(), work, around.time())),
                        ports.member().id(),
                        around.homeRegion()),
                ports.inspector()
                        .map(i -> new InspectionModel(
                                i, work, new Player(archive.devices(), work, around.time()), around.time())),
                new StatusModel(
                                ports.line(),
                                ports.session(),
                                archive.databaseAway(),
                                archive.devices()::trouble,
                                work,
                                around.time())
                        .heeds(archive.devices()::remark),
                answers,
                new AtHandModel(ports.following(), planFeed, ports.answers().script(), work, around.time()),
                new ArticleActsModel(
                        ports.following().texting(),
                        ports.keeping(),
                        answers,
                        work,
                        work.on(ports.authors().attachments().printing())),
                new FlowModel(ports.following(), ports.answers(), ports.keeping(), ports.member(), work, around.time()),
                ports.team().map(t -> new TeamModel(t, work, archive.agentName(), around.time(), around.homeRegion())),
                ports.reports()
                        .reporting()
                        .map(r -> new ReportModel(ports.reports(), work, around.time(), archive.agentName())),
                new ImprovementsModel(ports.reports().improvements(), work, archive.agentName()),
                ports.reports()
                        .cases()
                        .map(c -> new CasesModel(c, ports.reports().drafts(), work)),
                new AuthorsModel(
                        ports.authors(), ports.answers().script(), archive.contacts(), archive.agentName(), work),
                new SoundModel(ports.sound(), ports.answering(), work),
                work,
                around.time());
    }

    /** Why who sits here cannot go now: a call, or what is left of one; empty when they can. */
    Optional<Staying> staying() {
        boolean visits =
                team.flatMap(TeamModel::visits).filter(v -> v.isInside()).isPresent();
        if (visits || phone.primary().isPresent() || agent.state() instanceof AgentState.Busy)
            return Optional.of(Staying.IN_CALL);
        boolean owed = agent.state() instanceof AgentState.WorkingAfterCall
                || wrapUp.current().isPresent();
        return owed ? Optional.of(Staying.WRITE_UP) : Optional.empty();
    }

    /** A call comes first: what plays stops. */
    void pausePlaying() {
        recordings.player().pause();
        inspection.ifPresent(i -> i.player().pause());
    }

    /** Ten times a second, on the screen's thread. */
    void tickPlaying() {
        recordings.player().tick();
        inspection.ifPresent(i -> i.player().tick());
        sound.tick();
    }

    /** Every half second, on the screen's thread. */
    void tick() {
        phone.tick();
        agent.tick();
        profile.tick();
        notes.tick();
        status.tick();
        answers.tick();
        atHand.tick();
        flows.tick();
        team.ifPresent(TeamModel::tick);
        day.tick();
        callbacks.tick();
        promises.tick();
        complaintBoard.tick();
        callbackBoard.tick();
        offers.tick();
        grants.tick();
        care.tick();
        plans.tick();
        inspection.ifPresent(InspectionModel::tick);
    }
}
