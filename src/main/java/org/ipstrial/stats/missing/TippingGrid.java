package org.ipstrial.stats.missing;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.contingency.TwoByTwo;

/**
 * What a comparison of two arms says for every number of the missing who may have had the event, by enumeration.
 *
 * <p>With {@code x1} events among {@code n1} assessed and {@code m1} missing in the group, {@code x0}, {@code n0},
 * {@code m0} in the reference, the cell {@code (i, j)} is the effect, its limits and its test of the table
 *
 * <pre>
 *   (x1 + i) of (n1 + m1)  against  (x0 + j) of (n0 + m0),   i = 0, ..., m1,  j = 0, ..., m0
 * </pre>
 *
 * <p>A cell is <em>above</em> where the lower limit lies above the tested value, <em>below</em> where the upper limit lies
 * below it, and neither where the interval holds the value or does not exist. The frontier at {@code j} is
 *
 * <pre>
 *   above: the least i such that the cells (i, j), ..., (m1, j) are all above
 *   below: the largest i such that the cells (0, j), ..., (i, j) are all below
 * </pre>
 *
 * so that it errs to the cautious side where an interval is not monotone in {@code i}; {@link Frontier#isMonotone} then says
 * that there are cells of the same side beyond it. The interval of a score test is monotone.
 *
 * <p>Unit: people. With more than {@value #MOST_STEPS} missing in an arm the grid has about that many evenly spaced numbers
 * of them, both ends included, and the frontier is found between two of them by halving: exact where the interval is
 * monotone.
 *
 * <p>Source: enumeration, as in Hollis S (2002), A graphical sensitivity analysis for clinical trials with non-ignorable
 * missing binary outcome, Statistics in Medicine 21:3823-3834.
 */
public final class TippingGrid {

    /** The most steps of the grid along one arm. */
    public static final int MOST_STEPS = 200;

    /** Where an interval lies as against the tested value. */
    public enum Side {
        /** Wholly below it. */
        BELOW,
        /** Around it, or there is no interval. */
        AROUND,
        /** Wholly above it. */
        ABOVE
    }

    /**
     * One cell.
     *
     * @param effect the effect with its limits
     * @param test   its test
     * @param side   where the interval lies
     */
    public record Cell(Estimate effect, TestResult test, Side side) {}

    /**
     * How far a side reaches at one number of missing events in the reference.
     *
     * @param missingEvents  the least number in the group from which on all cells are above, or the largest up to which all
     *     are below; nothing where no cell at that end is
     * @param isMonotone whether no cell beyond it is of the same side
     */
    public record Frontier(OptionalInt missingEvents, boolean isMonotone) {}

    private final PartlyObserved group;
    private final PartlyObserved reference;
    private final Function<TwoByTwo, Estimate> effect;
    private final Function<TwoByTwo, TestResult> test;
    private final double tested;
    private final int[] groupSteps;
    private final int[] referenceSteps;
    private final Cell[][] cells;

    private TippingGrid(
            PartlyObserved group,
            PartlyObserved reference,
            Function<TwoByTwo, Estimate> effect,
            Function<TwoByTwo, TestResult> test,
            double tested) {
        this.group = group;
        this.reference = reference;
        this.effect = Objects.requireNonNull(effect, "effect");
        this.test = Objects.requireNonNull(test, "test");
        this.tested = tested;
        this.groupSteps = steps(group.missing());
        this.referenceSteps = steps(reference.missing());
        this.cells = new Cell[groupSteps.length][referenceSteps.length];
        for (int i = 0; i < groupSteps.length; i++) {
            for (int j = 0; j < referenceSteps.length; j++) {
                cells[i][j] = cell(groupSteps[i], referenceSteps[j]);
            }
        }
    }

    /**
     * The grid of two arms.
     *
     * @param effect the effect of a table with its limits
     * @param test   the test of a table
     * @param tested the value against which the limits are held
     */
    public static TippingGrid of(
            PartlyObserved group,
            PartlyObserved reference,
            Function<TwoByTwo, Estimate> effect,
            Function<TwoByTwo, TestResult> test,
            double tested) {
        return new TippingGrid(group, reference, effect, test, tested);
    }

    private static int[] steps(int missing) {
        if (missing <= MOST_STEPS) {
            return IntStream.rangeClosed(0, missing).toArray();
        }
        return IntStream.rangeClosed(0, MOST_STEPS)
                .map(step -> (int) ((long) missing * step / MOST_STEPS))
                .toArray();
    }

    private Cell cell(int groupEvents, int referenceEvents) {
        TwoByTwo table = new TwoByTwo(group.with(groupEvents), reference.with(referenceEvents));
        Estimate estimate = effect.apply(table);
        return new Cell(estimate, test.apply(table), side(estimate));
    }

    private Side side(Estimate estimate) {
        if (estimate.lower().ifEstimated().stream().anyMatch(limit -> limit > tested)) {
            return Side.ABOVE;
        }
        return estimate.upper().ifEstimated().stream().anyMatch(limit -> limit < tested) ? Side.BELOW : Side.AROUND;
    }

    /** The numbers of missing events in the group that have cells, ascending from 0 to all. */
    public int[] groupSteps() {
        return groupSteps.clone();
    }

    /** The numbers of missing events in the reference that have cells, ascending from 0 to all. */
    public int[] referenceSteps() {
        return referenceSteps.clone();
    }

    /** The cell at two places in the steps. */
    public Cell at(int groupStep, int referenceStep) {
        return cells[groupStep][referenceStep];
    }

    /** Whether any cell is of a side. */
    public boolean has(Side side) {
        for (Cell[] row : cells) {
            for (Cell cell : row) {
                if (cell.side() == side) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * How far the cells of a side reach.
     *
     * @param side          above or below
     * @param referenceStep a place in the steps of the reference
     * @throws IllegalArgumentException of neither side
     */
    public Frontier frontier(Side side, int referenceStep) {
        if (side == Side.AROUND) {
            throw new IllegalArgumentException("a frontier is of the cells above or below");
        }
        int last = groupSteps.length - 1;
        int reached = 0;
        while (reached <= last && cells[place(side, reached, last)][referenceStep].side() == side) {
            reached++;
        }
        boolean monotone = true;
        for (int next = reached; next <= last; next++) {
            monotone &= cells[place(side, next, last)][referenceStep].side() != side;
        }
        if (reached == 0 || reached > last) {
            return new Frontier(
                    reached == 0 ? OptionalInt.empty() : OptionalInt.of(groupSteps[place(side, last, last)]), monotone);
        }
        int within = groupSteps[place(side, reached - 1, last)];
        int without = groupSteps[place(side, reached, last)];
        while (Math.abs(within - without) > 1) {
            int middle = (within + without) / 2;
            if (cell(middle, referenceSteps[referenceStep]).side() == side) {
                within = middle;
            } else {
                without = middle;
            }
        }
        return new Frontier(OptionalInt.of(within), monotone);
    }

    /** Places counted from the end of the grid at which a side begins: all had the event for above, nobody for below. */
    private static int place(Side side, int steps, int last) {
        return side == Side.ABOVE ? last - steps : steps;
    }

    /** The place in the steps of the reference next to a number of missing events, the lower one of two as near. */
    public int referenceStepNextTo(int missingEvents) {
        int nearest = 0;
        for (int step = 1; step < referenceSteps.length; step++) {
            if (Math.abs(referenceSteps[step] - missingEvents) < Math.abs(referenceSteps[nearest] - missingEvents)) {
                nearest = step;
            }
        }
        return nearest;
    }
}
