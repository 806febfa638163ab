package amends.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Facts of recordings without a database. */
final class RowsInMemory implements Recordings {
    final List<Recording> rows = new ArrayList<>();

    RowsInMemory(List<Recording> rows) {
        this.rows.addAll(rows);
    }

    @Override
    public void save(Recording recording) {
        delete(recording.id());
        rows.add(recording);
    }

    @Override
    public void delete(UUID id) {
        rows.removeIf(r -> r.id().equals(id));
    }

    @Override
    public Optional<Recording> byId(UUID id) {
        return rows.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Recording> byFile(String file) {
        return rows.stream().filter(r -> r.file().equals(file)).findFirst();
    }

    @Override
    public List<Recording> latest(int most) {
        return rows.reversed().stream().limit(most).toList();
    }

    @Override
    public List<Recording> ofAgent(UUID agent, int most) {
        return latest(most).stream().filter(r -> r.agent().equals(agent)).toList();
    }

    @Override
    public List<Recording> leftRunning(UUID agent) {
        return rows.stream().filter(r -> r.state() == Recording.State.RUNNING).toList();
    }
}
