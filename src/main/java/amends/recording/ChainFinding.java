package amends.recording;

import java.time.Instant;

/** What the chains of the vault say of one file. */
public sealed interface ChainFinding {
    /** Whether it speaks against the file. */
    default boolean against() {
        return true;
    }

    /** For people, in English. */
    String inWords();

    record InChain(long number) implements ChainFinding {
        @Override
        public boolean against() {
            return false;
        }

        @Override
        public String inWords() {
            return "link " + number + " of its desk's chain says the same";
        }
    }

    /** Not closed yet, made elsewhere, or put there by someone. */
    record NotInChain() implements ChainFinding {
        @Override
        public boolean against() {
            return false;
        }

        @Override
        public String inWords() {
            return "no chain of this vault knows it";
        }
    }

    record DigestDiffers(long number) implements ChainFinding {
        @Override
        public String inWords() {
            return "link " + number
                    + " of its desk's chain was made of another file: it was changed after it was closed";
        }
    }

    record Tombstoned(long number, Instant at) implements ChainFinding {
        @Override
        public String inWords() {
            return "link " + number + " of its desk's chain says that it was deleted at " + at;
        }
    }

    /** A chain does not hold, and the file is not in the part that does. */
    record ChainBroken(String where) implements ChainFinding {
        @Override
        public String inWords() {
            return "the chain cannot be trusted: " + where;
        }
    }
}
