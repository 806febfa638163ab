package amends.desktop.inspection;

import amends.recording.Recording;

/** One recording as it is listed. @param number the customer's, as people at home write it; empty when unknown */
public record RecordingRow(Recording recording, String agent, String number) {}
