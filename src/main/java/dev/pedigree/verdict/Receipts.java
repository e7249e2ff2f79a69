package dev.pedigree.verdict;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Habit;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.SuspectHabits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The habits that make a suspect most like a candidate, and those of the candidate that it does not share, each said once. */
public final class Receipts {
    private static final int FOR = 10;
    private static final int AGAINST = 3;
    /** So many of the candidates that a verdict names have their habits shown. */
    private static final int CANDIDATES = 3;
    /**
     * A habit that somebody shows in fewer answers, or starts, is none of his. It is also about the rarest that a candidate's
     * coordinates can tell (see {@link Habit}).
     */
    private static final double MIN_RATE = 0.005;

    /** Rates that differ by less are too alike to be shown to anybody. */
    private static final double CLEARLY = 1.5;

    private Receipts() {}

    /**
     * Finds the habits.
     *
     * @param cohort the models with which the suspect was compared
     * @param suspect its fingerprint
     * @param verdict what was said of it
     * @return for each candidate that is named, or for the best that is not ruled out where none is, those that speak for it, most
     *     telling first, then those that speak against it; empty where there is none, where the answers are too few or not of the calibrated kind, or where the library knows no
     *     phrases
     */
    public static List<Receipt> of(Cohort cohort, Fingerprint suspect, Verdict verdict) {
        boolean foreign = new Restraint(verdict.exhibits().confounds()).prevents();
        if (foreign || suspect.responses() < Judge.MIN_RESPONSES) {
            return List.of();
        }
        List<String> named = verdict.conclusion().candidates();
        SuspectHabits habits = cohort.habits(suspect);
        return verdict.candidates().stream()
                .filter(c -> c.ruledOut().isEmpty())
                .filter(c -> named.isEmpty() || named.contains(c.name()))
                .limit(named.isEmpty() ? 1 : CANDIDATES)
                .flatMap(c -> of(cohort.models(), habits, c.name()).stream())
                .toList();
    }

    /**
     * Adds to each habit where the suspect shows it.
     *
     * @param receipts habits
     * @param answers the suspect's answers
     * @return the habits, each with up to two examples
     */
    public static List<Receipt> withExamples(List<Receipt> receipts, Corpus answers) {
        return ReceiptExamples.of(receipts, answers);
    }

    private static List<Receipt> of(List<ReferenceModel> models, SuspectHabits suspect, String candidate) {
        List<Receipt> receipts = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (int member = 0; member < models.size(); member++) {
            if (models.get(member).name().equals(candidate)) {
                List<Habit> habits = suspect.against(member);
                double sum = habits.stream().mapToDouble(Habit::weight).sum();
                if (sum > most) {
                    most = sum;
                    receipts = chosen(habits, candidate);
                }
            }
        }
        return receipts;
    }

    private static List<Receipt> chosen(List<Habit> all, String candidate) {
        List<Habit> habits = all.stream().filter(Receipts::tells).toList();
        List<Habit> shared = habits.stream()
                .filter(h -> h.weight() > 0
                        && h.suspectRate() >= MIN_RATE
                        && h.candidateRate() >= MIN_RATE
                        && h.suspectRate() > CLEARLY * h.populationRate()
                        && h.candidateRate() > CLEARLY * h.populationRate())
                .sorted(Comparator.comparingDouble((Habit h) -> -h.weight())
                        .thenComparing(h -> h.phrase().words()))
                .toList();
        List<Habit> lacking = habits.stream()
                .filter(h -> h.weight() < 0
                        && h.candidateRate() >= MIN_RATE
                        && h.candidateRate() > CLEARLY * h.populationRate()
                        && h.suspectRate() <= h.populationRate())
                .sorted(Comparator.comparingDouble(Habit::weight)
                        .thenComparing(h -> h.phrase().words()))
                .toList();
        List<Receipt> receipts = new ArrayList<>();
        for (Habit habit : distinct(shared, FOR)) {
            receipts.add(receipt(habit, candidate));
        }
        for (Habit habit : distinct(lacking, AGAINST)) {
            receipts.add(receipt(habit, candidate));
        }
        return receipts;
    }

    /** Whether a reader can make sense of it: marks and numbers anywhere among the first words are no habit to look for. */
    private static boolean tells(Habit habit) {
        return habit.phrase().place() != PhrasePlace.FIRST_WORDS
                || habit.phrase().words().chars().filter(c -> c >= 'a').count() > 2;
    }

    /** The first ones of which none holds another's words. */
    private static List<Habit> distinct(List<Habit> habits, int most) {
        List<Habit> kept = new ArrayList<>();
        for (Habit habit : habits) {
            String words = spaced(habit);
            boolean known = kept.stream().anyMatch(k -> spaced(k).contains(words) || words.contains(spaced(k)));
            if (!known && kept.size() < most) {
                kept.add(habit);
            }
        }
        return kept;
    }

    /** Its words between blanks; marks after words do not make another habit. */
    private static String spaced(Habit habit) {
        return ' ' + habit.phrase().words().replaceAll("[,.:;!?]+(?= |⏎|$)", "") + ' ';
    }

    private static Receipt receipt(Habit habit, String candidate) {
        return new Receipt(
                candidate,
                habit.phrase().place().title(),
                habit.phrase().words(),
                habit.suspectRate(),
                habit.candidateRate(),
                habit.populationRate(),
                habit.weight(),
                habit.phrase().place().of(),
                List.of());
    }
}
