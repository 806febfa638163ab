package amends.desktop.report;

import amends.desktop.look.Look;
import amends.desktop.report.ImprovementsModel.Said;
import amends.staff.Improvement;

/** Suggestions as people read them. */
final class ImprovementWords {
    private final Look look;

    ImprovementWords(Look look) {
        this.look = look;
    }

    /** Where in the window it was filed; a place that this program does not know stands as it is. */
    String screen(Improvement improvement) {
        return screen(improvement.screen());
    }

    String screen(String screen) {
        return switch (screen) {
            case "DESK" -> look.get("Place.DESK");
            case "CUSTOMERS" -> look.get("Place.CUSTOMERS");
            case "AMENDS" -> look.get("Place.AMENDS");
            case "RECORDINGS" -> look.get("Place.RECORDINGS");
            case "INSPECTION" -> look.get("Place.INSPECTION");
            case "TEAM" -> look.get("Place.TEAM");
            case "REPORTS" -> look.get("Place.REPORTS");
            case "KNOWLEDGE" -> look.get("Place.KNOWLEDGE");
            case "SOUND" -> look.get("Place.SOUND");
            case "CALL" -> look.get("improve.call");
            default -> screen;
        };
    }

    String said(Said said) {
        return switch (said) {
            case Said.Nothing n -> "";
            case Said.Filed f -> look.get("improve.filed");
            case Said.Away a -> look.get("improve.away");
            case Said.Refused(var reason) -> look.texts().word(reason);
        };
    }
}
