package amends.compensation;

/** In which form amends are made. */
public enum Form {
    REFUND,
    DISCOUNT,
    FREE_SERVICE,
    REPLACEMENT,
    POINTS,
    GIFT,
    UPGRADE,
    PRIORITY;

    /** Goodwill says that we are sorry; the others make good what was lost. */
    public boolean isGoodwill() {
        return switch (this) {
            case REFUND, DISCOUNT, FREE_SERVICE, REPLACEMENT -> false;
            case POINTS, GIFT, UPGRADE, PRIORITY -> true;
        };
    }
}
