package dev.pedigree.reference;

import java.util.ArrayList;
import java.util.List;

/** The habits of one suspect beside those of a cohort's population, worked out once for all the members they are held against. */
public final class SuspectHabits {
    private final List<HabitFinder> finders;
    private final List<Entry> members;
    private final int promptSets;

    SuspectHabits(List<HabitFinder> finders, List<Entry> members, int promptSets) {
        this.finders = finders;
        this.members = members;
        this.promptSets = promptSets;
    }

    /**
     * The habits by which the suspect is like or unlike a member.
     *
     * @param member the member's index in {@link Cohort#models()}
     * @return one for each phrase that the library knows, in no particular order; empty where it knows none
     */
    public List<Habit> against(int member) {
        Entry entry = members.get(member);
        double[] shares = new double[promptSets];
        shares[entry.promptSet()] = 1;
        List<Habit> habits = new ArrayList<>();
        for (HabitFinder finder : finders) {
            habits.addAll(finder.find(entry, shares));
        }
        return habits;
    }
}
