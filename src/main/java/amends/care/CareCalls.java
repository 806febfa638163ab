package amends.care;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The calls of care there are. Blocks; joins the caller's transaction. */
public interface CareCalls {
    /** Keeps a draw with everybody's chance, and a call for each who was drawn; once for each id. */
    void keep(CareDraw draw, List<FairDraw.Lot> lots, List<CareCall> calls);

    Optional<CareDraw> latestDraw();

    Optional<CareCall> careCall(UUID id);

    /** Not ended, whom we owe most first. */
    List<CareCall> open(int most);

    /** @return false, and nothing changed, when it no longer stood as {@code before} */
    boolean change(CareCall before, CareCall now, Instant at);

    /** Everybody whom a draw was between, as kept with it. */
    List<FairDraw.Lot> lotsOf(UUID draw);
}
