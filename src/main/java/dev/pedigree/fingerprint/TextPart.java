package dev.pedigree.fingerprint;

/** Which part of a response is fingerprinted. The id is written into stored fingerprints. */
public enum TextPart {
    /** The answer. */
    ANSWER(0),
    /** The reasoning before it; responses without reasoning are left out. */
    REASONING(1);

    private final int id;

    TextPart(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }
}
