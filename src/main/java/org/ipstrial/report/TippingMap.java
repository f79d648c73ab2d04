package org.ipstrial.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The map of a tipping grid: the missing events, or the mean of the missing, of the reference to the right, those of the group
 * upwards, and of each cell on which side of no difference its interval lies.
 *
 * @param title          what it shows, for its caption and for those who do not see it
 * @param group          the words of the axis of the group
 * @param reference      the words of the axis of the reference
 * @param above          what it means that a cell is above, and of the others likewise
 * @param around         neither above nor below
 * @param below          below
 * @param observed       what it means that a cell is marked
 * @param what           what stands along the axes
 * @param groupSteps     the numbers of missing events, or the means, of the group that have cells, ascending
 * @param referenceSteps those of the reference
 * @param sides          1 above, 0 around, -1 below; for each step of the group one for each step of the reference
 * @param groupObserved  where the missing of the group are like those assessed there
 * @param referenceObserved where those of the reference are; nothing where nobody is assessed
 */
public record TippingMap(
        String title,
        String group,
        String reference,
        String above,
        String around,
        String below,
        String observed,
        What what,
        List<Double> groupSteps,
        List<Double> referenceSteps,
        List<List<Integer>> sides,
        OptionalDouble groupObserved,
        OptionalDouble referenceObserved)
        implements Block {

    /** What stands along the axes. */
    public enum What {
        /** How many of the missing had the event: a cell reaches halfway to the next number on either side. */
        EVENTS,
        /** The mean of the missing: the axes end where it can be no less and no more. */
        MEANS
    }

    /** Copies the lists, and refuses cells that are not one for each pair of steps. */
    public TippingMap {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(what, "what");
        groupSteps = List.copyOf(groupSteps);
        referenceSteps = List.copyOf(referenceSteps);
        sides = sides.stream().map(List::copyOf).toList();
        int width = referenceSteps.size();
        if (sides.isEmpty()
                || width == 0
                || sides.size() != groupSteps.size()
                || sides.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException(
                    "wanted a side for each of " + groupSteps.size() + " by " + width + " steps");
        }
    }

    /** Whether any cell is of a side. */
    public boolean has(int side) {
        return sides.stream().anyMatch(row -> row.contains(side));
    }

    /** Whether there is a cell to mark. */
    public boolean isMarked() {
        return groupObserved.isPresent() && referenceObserved.isPresent();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.tipping(this);
    }
}
