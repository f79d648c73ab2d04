package org.ipstrial.stats.regression.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * What is left of a vector when its nearest point in a cone is taken away; 0 exactly where the vector lies in the cone.
 *
 * <p>The cone holds all sums of generators with factors not below 0. The remainder {@code d} is the one vector with
 * {@code g'd <= 0} for every generator {@code g} that is nearest to the target. The active-set method of Lawson and
 * Hanson keeps at most as many generators as there are dimensions, and looks at each of the others once a step, so that
 * a million generators are no burden.
 *
 * <p>Source: Lawson CL, Hanson RJ (1974), Solving Least Squares Problems, Prentice-Hall, chapter 23 (NNLS).
 */
public final class ConeProjection {

    private static final double IN_THE_CONE = 1e-9;
    private static final int STEPS = 3_000;

    /** The generators of a cone, of which only the one that leans furthest towards a direction is asked for. */
    public interface Generators {
        /** The generator whose product with a direction is largest, if any is above 0. */
        Optional<double[]> towards(double[] direction);
    }

    private final Generators generators;
    private final double[] target;
    private final List<double[]> active = new ArrayList<>();
    private double[] factors = new double[0];

    private ConeProjection(Generators generators, double[] target) {
        this.generators = generators;
        this.target = target;
    }

    /**
     * The remainder of a target, or nothing where the target lies in the cone.
     * A target of zeros lies in every cone.
     */
    public static Optional<double[]> remainder(Generators generators, double[] target) {
        return new ConeProjection(generators, target).search();
    }

    private Optional<double[]> search() {
        double bound = IN_THE_CONE * norm(target);
        for (int step = 0; step < STEPS; step++) {
            double[] left = left();
            if (norm(left) <= bound) {
                return Optional.empty();
            }
            Optional<double[]> next = generators.towards(left);
            if (next.isEmpty()) {
                return Optional.of(left);
            }
            active.add(next.get());
            double[] before = factors;
            factors = Arrays.copyOf(factors, factors.length + 1);
            if (!settle()) {
                active.remove(active.size() - 1);
                factors = before;
                return Optional.of(left);
            }
        }
        throw new IllegalStateException("the search for a nearest point in a cone came to no end");
    }

    /** Moves the factors to the least-squares ones, and drops generators whose factor falls to 0 on the way. */
    private boolean settle() {
        while (!active.isEmpty()) {
            double[] wanted;
            try {
                wanted = leastSquares();
            } catch (SingularMatrixException e) {
                return false;
            }
            double step = 1;
            for (int k = 0; k < wanted.length; k++) {
                if (wanted[k] <= 0) {
                    step = Math.min(step, factors[k] / (factors[k] - wanted[k]));
                }
            }
            if (!(step >= 0)) {
                return false;
            }
            int smallest = -1;
            for (int k = 0; k < wanted.length; k++) {
                boolean falls = wanted[k] <= 0;
                factors[k] += step * (wanted[k] - factors[k]);
                if (falls && (smallest < 0 || factors[k] < factors[smallest])) {
                    smallest = k;
                }
            }
            if (smallest < 0) {
                return true;
            }
            if (smallest == active.size() - 1 && step == 0) {
                return false;
            }
            drop(smallest);
        }
        return true;
    }

    private void drop(int place) {
        active.remove(place);
        double[] fewer = new double[factors.length - 1];
        System.arraycopy(factors, 0, fewer, 0, place);
        System.arraycopy(factors, place + 1, fewer, place, fewer.length - place);
        factors = fewer;
    }

    private double[] leastSquares() {
        if (active.size() > target.length) {
            throw new SingularMatrixException();
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(target.length, active.size());
        for (int k = 0; k < active.size(); k++) {
            matrix.setColumn(k, active.get(k));
        }
        return new QRDecomposition(matrix, 1e-13)
                .getSolver()
                .solve(new ArrayRealVector(target))
                .toArray();
    }

    private double[] left() {
        double[] left = target.clone();
        for (int k = 0; k < active.size(); k++) {
            for (int i = 0; i < left.length; i++) {
                left[i] -= factors[k] * active.get(k)[i];
            }
        }
        return left;
    }

    private static double norm(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }
}
