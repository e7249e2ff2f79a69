package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.ReferenceModel;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the models that a suspect is compared with may be its teacher, and why the others may not. Immutable.
 *
 * @param availableBefore the month before which a teacher must have been available; empty where the suspect's date is unknown
 * @param byName whether that month is the one in which a model of the suspect's name appeared, and nobody gave it
 * @param bystanders tells which models are compared and shown, but not accused
 */
public record Eligibility(Optional<YearMonth> availableBefore, boolean byName, Predicate<ReferenceModel> bystanders) {
    /** Checks the parts. */
    public Eligibility {
        requireNonNull(availableBefore, "availableBefore");
        requireNonNull(bystanders, "bystanders");
    }

    /**
     * Everybody may be the teacher.
     *
     * @return without date and bystanders
     */
    public static Eligibility ofAll() {
        return new Eligibility(Optional.empty(), false, m -> false);
    }

    /**
     * With a date that was given.
     *
     * @param month the month before which a teacher must have been available
     * @return with the same bystanders
     */
    public Eligibility before(YearMonth month) {
        return new Eligibility(Optional.of(month), false, bystanders);
    }

    /**
     * With the date of a known suspect, where none was given.
     *
     * @param suspect the model that the suspect is by its name
     * @return with the same bystanders
     */
    public Eligibility beforeKnown(ReferenceModel suspect) {
        return availableBefore.isPresent() || suspect.availableSince().isEmpty()
                ? this
                : new Eligibility(suspect.availableSince(), true, bystanders);
    }

    /**
     * With no other date than one that was given.
     *
     * @return with the same bystanders
     */
    public Eligibility asGiven() {
        return byName ? new Eligibility(Optional.empty(), false, bystanders) : this;
    }

    /**
     * With other bystanders.
     *
     * @param models tells which models are compared and shown, but not accused
     * @return with the same date
     */
    public Eligibility withBystanders(Predicate<ReferenceModel> models) {
        return new Eligibility(availableBefore, byName, models);
    }

    /**
     * Tells whether a model may be the teacher.
     *
     * @param model the model
     * @return whether nothing rules it out
     */
    public boolean admits(ReferenceModel model) {
        return ruledOut(model).isEmpty();
    }

    /**
     * Why a model cannot be the teacher.
     *
     * @param model the model
     * @return the reason, as the end of a sentence about the model; empty where it can
     */
    public Optional<String> ruledOut(ReferenceModel model) {
        if (availableBefore.isPresent() && !model.availableBefore(availableBefore.get())) {
            return model.availableSince()
                    .map(month -> "available since " + month + ", not before " + availableBefore.get());
        }
        return bystanders.test(model)
                ? Optional.of(
                        "not a lab's own model as far as is known, so it is compared but not accused; name it as a"
                                + " candidate to have it judged")
                : Optional.empty();
    }
}
