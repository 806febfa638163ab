package amends.pbx.manager;

import amends.pbx.DeviceState;
import amends.pbx.PbxConfig;
import amends.pbx.Switchboard;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Questions about the exchange itself and its extensions. */
final class CoreActions {
    private final PbxConfig config;
    private final Switchboard board;
    private final String startDate;
    private final String startTime;

    CoreActions(PbxConfig config, Switchboard board, Instant started) {
        this.config = config;
        this.board = board;
        var utc = started.atOffset(ZoneOffset.UTC);
        startDate = utc.format(DateTimeFormatter.ISO_LOCAL_DATE);
        startTime = utc.format(DateTimeFormatter.ofPattern("HH:mm:ss"));
    }

    /** Says honestly which exchange this is; clients read the protocol's version. */
    void settings(Reply reply) {
        reply.send(reply.success()
                .put("AMIversion", "5.0.4")
                .put("AsteriskVersion", "Amends embedded exchange")
                .put("SystemName", config.systemName())
                .put("CoreMaxCalls", 0)
                .put("CoreMaxLoadAvg", "0.000000")
                .put("CoreRunUser", "")
                .put("CoreRunGroup", "")
                .put("CoreMaxFilehandles", 0)
                .put("CoreRealTimeEnabled", "No")
                .put("CoreCDRenabled", "No")
                .put("CoreHTTPenabled", "No"));
    }

    void status(Reply reply) {
        reply.send(reply.success()
                .put("CoreStartupDate", startDate)
                .put("CoreStartupTime", startTime)
                .put("CoreReloadDate", startDate)
                .put("CoreReloadTime", startTime)
                .put("CoreCurrentCalls", board.channels().size()));
    }

    void extension(ManagerMessage message, Reply reply) {
        String exten = message.text("Exten");
        if (exten.isEmpty()) {
            reply.error("Extension not specified");
            return;
        }
        Optional<DeviceState> state = board.extensionState(exten);
        reply.send(reply.success()
                .put("Message", "Extension Status")
                .put("Exten", exten)
                .put("Context", message.text("Context"))
                .put("Hint", board.deviceOf(exten).orElse(""))
                .put("Status", state.map(DeviceState::extensionStatus).orElse(-1))
                .put("StatusText", state.map(DeviceState::extensionWord).orElse("Unknown")));
    }
}
