package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What the evidence allows to say.
 *
 * @param kind the kind of answer
 * @param strength how strongly the evidence supports it
 * @param candidates the candidates that it names, best first; empty where it names none
 * @param statement the answer in one sentence
 * @param reasons why it is no stronger, or why there is none; may be empty
 */
public record Conclusion(
        Kind kind, Strength strength, List<String> candidates, String statement, List<String> reasons) {

    private static final int NAMED = 8; // of those that style alone would name

    /** The kinds of answer. */
    public enum Kind {
        /** The suspect was probably trained on outputs of one candidate or its close relatives. */
        ONE_CANDIDATE,
        /** It was probably trained on outputs of one or more of several candidates that cannot be told apart. */
        SEVERAL_CANDIDATES,
        /** The evidence supports none of the candidates. */
        NONE_OF_THE_CANDIDATES,
        /** The suspect answers like a candidate itself: the same model, a copy or a light fine-tune of it. */
        SAME_MODEL,
        /** The answers read like texts of people, or of a base model that goes on with such, not like a chat model's. */
        HUMAN_TEXT,
        /** There is too little text, or nothing to calibrate on, for any answer. */
        ABSTAINS
    }

    /** Copies the lists. */
    public Conclusion {
        requireNonNull(kind, "kind");
        requireNonNull(strength, "strength");
        requireNonNull(statement, "statement");
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
    }

    /** This conclusion from style and words, with what style alone would have said as a reason, where that is something else. */
    Conclusion besides(Conclusion byStyle) {
        if (kind == byStyle.kind && candidates.equals(byStyle.candidates)) {
            return this;
        }
        String alone = namesTeachers() && byStyle.namesTeachers()
                ? "its style alone names " + byStyle.first()
                        + (strength == byStyle.strength ? "" : ", with " + byStyle.strength.words())
                : "of its style alone it would have been said: " + byStyle.statement;
        List<String> more = new ArrayList<>(reasons);
        more.add("style and what it says of itself were weighed together; " + alone);
        return new Conclusion(kind, strength, candidates, statement, more);
    }

    private boolean namesTeachers() {
        return kind == Kind.ONE_CANDIDATE || kind == Kind.SEVERAL_CANDIDATES;
    }

    private String first() {
        int rest = candidates.size() - NAMED;
        return rest <= 1
                ? String.join(", ", candidates)
                : String.join(", ", candidates.subList(0, NAMED)) + " and " + rest + " more";
    }
}
