package org.ipstrial.stats.interaction.adjusted;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.adjusted.AdjustedData;

/**
 * An outcome in several arms at several levels of a column, with covariates. The people of one arm at one level are a cell;
 * one may be empty.
 */
public final class LevelsData {

    private final AdjustedData data;
    private final int[] level;
    private final int levels;
    private final long[] people;
    private final boolean[] alike;
    private final double[] first;

    /**
     * Refuses levels of other people, and levels that there are not.
     *
     * @param data   outcome, arm and covariates of everybody who has a level
     * @param level  the level of each, from 0
     * @param levels how many levels there are
     */
    public LevelsData(AdjustedData data, int[] level, int levels) {
        if (level.length != data.people()) {
            throw new IllegalArgumentException(
                    "levels must be those of " + data.people() + " people, got " + level.length);
        }
        this.data = data;
        this.level = level;
        this.levels = levels;
        int cells = levels * data.arms().size();
        people = new long[cells];
        alike = new boolean[cells];
        first = new double[cells];
        double[] outcome = data.outcome();
        for (int i = 0; i < level.length; i++) {
            if (level[i] < 0 || level[i] >= levels) {
                throw new IllegalArgumentException("a level must be from 0 to " + (levels - 1) + ", got " + level[i]);
            }
            int cell = cell(i);
            if (people[cell] == 0) {
                first[cell] = outcome[i];
                alike[cell] = true;
            }
            people[cell]++;
            alike[cell] &= outcome[i] == first[cell];
        }
    }

    /** The people with their outcomes, arms and covariates. */
    AdjustedData data() {
        return data;
    }

    /** How many levels there are. */
    int levels() {
        return levels;
    }

    /** The level of a person. */
    int level(int person) {
        return level[person];
    }

    /** The cell of a person. */
    int cell(int person) {
        return cell(level[person], data.arm()[person]);
    }

    /** The cell of an arm at a level. */
    int cell(int ofLevel, int arm) {
        return ofLevel * data.arms().size() + arm;
    }

    /** How many cells there are. */
    int cells() {
        return people.length;
    }

    /** How many people are in a cell. */
    long people(int cell) {
        return people[cell];
    }

    /** Whether everybody of a cell has the same outcome; nobody's is alike. */
    boolean alike(int cell) {
        return alike[cell];
    }

    /** The outcome of somebody of a cell, which is everybody's where they are alike. */
    double outcome(int cell) {
        return first[cell];
    }

    /** The places of those in some cells. */
    int[] rows(IntPredicate cells) {
        return IntStream.range(0, level.length)
                .filter(person -> cells.test(cell(person)))
                .toArray();
    }

    /** Why there is no effect at a level, if an arm is not there. */
    Optional<Reason> absent(int ofLevel, int group, int reference) {
        boolean noGroup = people[cell(ofLevel, group)] == 0;
        boolean noReference = people[cell(ofLevel, reference)] == 0;
        if (noGroup) {
            return Optional.of(noReference ? Reason.NOBODY_ASSESSED : Reason.NOBODY_ASSESSED_IN_GROUP);
        }
        return noReference ? Optional.of(Reason.NOBODY_ASSESSED_IN_REFERENCE) : Optional.empty();
    }

    /** The levels that both arms have. */
    List<Integer> withBoth(int group, int reference) {
        return IntStream.range(0, levels)
                .filter(one -> absent(one, group, reference).isEmpty())
                .boxed()
                .toList();
    }

    /** Whether the outcomes of both arms at a level are one and the same. */
    boolean allAlike(int ofLevel, int group, int reference) {
        int compared = cell(ofLevel, group);
        int with = cell(ofLevel, reference);
        return alike[compared] && alike[with] && first[compared] == first[with];
    }
}
