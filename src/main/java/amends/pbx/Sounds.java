package amends.pbx;

/** What an exchange plays, computed once. */
record Sounds(Clip music, Clip ringback) {
    static Sounds synthesised() {
        return new Sounds(HoldMusic.clip(), RingbackTone.clip());
    }
}
