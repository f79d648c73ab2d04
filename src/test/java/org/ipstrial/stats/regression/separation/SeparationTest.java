package org.ipstrial.stats.regression.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.ipstrial.stats.regression.Birthwt;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;
import org.ipstrial.stats.regression.design.FullRank;
import org.junit.jupiter.api.Test;

class SeparationTest {

    @Test
    void birthWeightsAreNotSeparated() {
        assertThat(of(Birthwt.design("smoke", "age", "lwt", "race2", "race3"), Birthwt.column("low")))
                .isEmpty();
    }

    /** Heinze and Schemper 2002: neovasculation separates, upwards; the other two do not. */
    @Test
    void endometrialCancerIsQuasiCompletelySeparatedByNeovasculation() {
        DesignMatrix design = DesignMatrix.intercept(79)
                .with("NV", Birthwt.column("endometrial", "NV"))
                .with("PI", Birthwt.column("endometrial", "PI"))
                .with("EH", Birthwt.column("endometrial", "EH"));

        assertThat(of(design, Birthwt.column("endometrial", "HG")))
                .contains(new Separation(List.of(new Separating("NV", true)), false));
    }

    @Test
    void oneColumnThatTellsEverybodyApartIsComplete() {
        DesignMatrix design = DesignMatrix.intercept(4).with("x", new double[] {1, 2, 3, 4});

        Separation separation = of(design, new double[] {1, 1, 0, 0}).orElseThrow();
        assertThat(separation.complete()).isTrue();
        assertThat(separation.columns()).contains(new Separating("x", false));
        assertThat(of(design, new double[] {1, 0, 1, 0})).isEmpty();
        // Two at one value, one of each: apart but for these.
        DesignMatrix tied = DesignMatrix.intercept(4).with("x", new double[] {1, 2, 2, 3});
        assertThat(of(tied, new double[] {0, 0, 1, 1}).orElseThrow().complete()).isFalse();
    }

    /** Two in the middle, a millionth apart or a millionth over each other, wherever the numbers begin. */
    @Test
    void aMillionthDecides() {
        for (double from : new double[] {0, 10, -300}) {
            double[] x = {from + 1, from + 2, from + 2 + 1e-6, from + 3};
            DesignMatrix design = DesignMatrix.intercept(4).with("x", x);

            assertThat(of(design, new double[] {0, 0, 1, 1}).orElseThrow().complete())
                    .as("from " + from)
                    .isTrue();
            assertThat(of(design, new double[] {0, 1, 0, 1})).as("from " + from).isEmpty();
        }
    }

    /** However many there are on both sides of it. */
    @Test
    void aMillionthDecidesAmongTwentyThousand() {
        int n = 20_000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = i % 2;
            x[i] = y[i] * (1 + 1e-6) + i / 2 / (n / 2 - 1.0);
        }

        assertThat(of(DesignMatrix.intercept(n).with("x", x), y))
                .contains(new Separation(List.of(new Separating("x", true)), true));
    }

    /** Counts of 0 may all go down without end; one count above 0 that may not move leaves the rest apart from it. */
    @Test
    void whoMayNotMoveIsNotToldApart() {
        DesignMatrix design = DesignMatrix.intercept(4).with("x", new double[] {1, 2, 3, 4});

        assertThat(Separation.of(DesignMatrix.intercept(4), i -> Tail.DOWN)).contains(new Separation(List.of(), true));
        assertThat(Separation.of(design, i -> i == 3 ? Tail.NEITHER : Tail.DOWN))
                .contains(new Separation(List.of(new Separating("x", true)), false));
        // Nobody may move: nothing is sought.
        assertThat(Separation.of(design, i -> Tail.NEITHER)).isEmpty();
    }

    @Test
    void anOutcomeThatIsTheSameForAllIsSeparatedByTheIntercept() {
        DesignMatrix design = DesignMatrix.intercept(3).with("x", new double[] {1, 5, 2});

        assertThat(of(design, new double[] {1, 1, 1}).orElseThrow().complete()).isTrue();
        assertThat(of(DesignMatrix.intercept(3), new double[] {0, 0, 0})).contains(new Separation(List.of(), true));
        assertThat(of(DesignMatrix.intercept(4), new double[] {1, 0, 0, 1})).isEmpty();
    }

    /** A unit 2^-40 or 2^40 times as large tells nobody apart who was not, and keeps nobody together. */
    @Test
    void theUnitOfAColumnIsOfNoAccount() {
        double[] age = Birthwt.column("age");
        double[] lwt = Birthwt.column("lwt");
        double[] low = Birthwt.column("low");
        double[] young = Arrays.stream(age).map(a -> a < 20 ? 1 : 0).toArray();
        for (double unit : new double[] {0x1p-40, 1, 0x1p40}) {
            DesignMatrix design = DesignMatrix.intercept(189)
                    .with("age", Arrays.stream(age).map(a -> a * unit).toArray())
                    .with("lwt", Arrays.stream(lwt).map(w -> w / unit).toArray());
            assertThat(of(design, low)).isEmpty();
            assertThat(of(design, young).orElseThrow().complete()).isTrue();
            assertThat(of(design, young).orElseThrow().columns()).contains(new Separating("age", false));
        }
    }

    @Test
    void severalColumnsAreAllNamed() {
        // a and b each mark a group of non-events; c is noise.
        double[] a = {1, 1, 0, 0, 0, 0, 0, 0};
        double[] b = {0, 0, 1, 1, 0, 0, 0, 0};
        double[] c = {1, 2, 1, 2, 1, 2, 2, 1};
        double[] y = {0, 0, 0, 0, 1, 0, 1, 0};
        DesignMatrix design =
                DesignMatrix.intercept(8).with("a", a).with("b", b).with("c", c);

        assertThat(of(design, y))
                .contains(new Separation(List.of(new Separating("a", false), new Separating("b", false)), false));
    }

    @Test
    void aCountIsSeparatedByALevelWithZerosOnly() {
        double[] arm = {1, 1, 1, 0, 0, 0};
        double[] x = {3, 1, 2, 2, 3, 1};
        double[] y = {0, 0, 0, 4, 0, 2};
        DesignMatrix design = DesignMatrix.intercept(6).with("arm", arm).with("x", x);

        assertThat(Separation.of(design, i -> y[i] > 0 ? Tail.NEITHER : Tail.DOWN))
                .contains(new Separation(List.of(new Separating("arm", false)), false));
        assertThat(Separation.of(design, i -> i == 1 || y[i] > 0 ? Tail.NEITHER : Tail.DOWN))
                .isEmpty();
    }

    /** The linear programme of Konis by the simplex method gives the same answer on small random tables. */
    @Test
    void agreesWithTheLinearProgrammeOfKonis() {
        SplittableRandom random = new SplittableRandom(5);
        int separated = 0;
        int complete = 0;
        for (int trial = 0; trial < 600; trial++) {
            int n = 6 + random.nextInt(14);
            int p = 1 + random.nextInt(3);
            double[] y = new double[n];
            DesignMatrix design = DesignMatrix.intercept(n);
            for (int j = 0; j < p; j++) {
                double[] column = new double[n];
                int kind = random.nextInt(3);
                for (int i = 0; i < n; i++) {
                    column[i] = kind == 0
                            ? random.nextInt(2)
                            : kind == 1 ? random.nextInt(5) + 2000 : random.nextDouble() * 100;
                }
                design = design.with("x" + j, column);
            }
            for (int i = 0; i < n; i++) {
                y[i] = random.nextInt(2);
            }
            DesignMatrix full = FullRank.of(design).design();
            boolean konis = konis(full, y) > 1e-7;
            Optional<Separation> found = of(full, y);
            assertThat(found.isPresent()).as("table " + trial).isEqualTo(konis);
            boolean everybody = apart(full, y) > 1e-7;
            assertThat(found.map(Separation::complete).orElse(false))
                    .as("table " + trial)
                    .isEqualTo(everybody);
            complete += everybody ? 1 : 0;
            separated += konis ? 1 : 0;
        }
        assertThat(separated).isBetween(100, 500);
        assertThat(complete).isBetween(20, separated - 20);
    }

    /** A single person among many who keeps a level from being separated, or whose loss separates it. */
    @Test
    void oneAmongAHundredThousandDecides() {
        int n = 100_000;
        SplittableRandom random = new SplittableRandom(9);
        double[] rare = new double[n];
        double[] age = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            rare[i] = i < 12 ? 1 : 0;
            age[i] = 18 + 40 * random.nextDouble();
            y[i] = i < 12 ? 1 : random.nextInt(2);
        }
        DesignMatrix design = DesignMatrix.intercept(n).with("age", age).with("rare", rare);

        assertThat(of(design, y)).contains(new Separation(List.of(new Separating("rare", true)), false));
        y[3] = 0;
        assertThat(of(design, y)).isEmpty();
    }

    private static Optional<Separation> of(DesignMatrix design, double[] y) {
        return Separation.of(design, i -> y[i] == 1 ? Tail.UP : Tail.DOWN);
    }

    /** The largest sum of s(i) x(i)'b with every term at least 0 and every coefficient from -1 to 1, columns orthonormal. */
    private static double konis(DesignMatrix design, double[] y) {
        int p = design.width();
        Triangle triangle = Triangle.of(design.columns());
        double[] sum = new double[2 * p];
        java.util.ArrayList<LinearConstraint> constraints = new java.util.ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            double[] row = triangle.solveTransposed(design.row(i));
            double[] both = new double[2 * p];
            for (int j = 0; j < p; j++) {
                both[j] = (2 * y[i] - 1) * row[j];
                both[p + j] = -both[j];
                sum[j] += both[j];
                sum[p + j] -= both[j];
            }
            constraints.add(new LinearConstraint(both, Relationship.GEQ, 0));
        }
        for (int j = 0; j < 2 * p; j++) {
            double[] unit = new double[2 * p];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
        }
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(sum, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    /** The largest t with s(i) x(i)'b at least t for everybody and every coefficient from -1 to 1, columns orthonormal. */
    private static double apart(DesignMatrix design, double[] y) {
        int p = design.width();
        Triangle triangle = Triangle.of(design.columns());
        java.util.ArrayList<LinearConstraint> constraints = new java.util.ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            double[] row = triangle.solveTransposed(design.row(i));
            double[] both = new double[2 * p + 1];
            for (int j = 0; j < p; j++) {
                both[j] = (2 * y[i] - 1) * row[j];
                both[p + j] = -both[j];
            }
            both[2 * p] = -1;
            constraints.add(new LinearConstraint(both, Relationship.GEQ, 0));
        }
        for (int j = 0; j < 2 * p; j++) {
            double[] unit = new double[2 * p + 1];
            unit[j] = 1;
            constraints.add(new LinearConstraint(unit, Relationship.LEQ, 1));
        }
        double[] goal = new double[2 * p + 1];
        goal[2 * p] = 1;
        return new SimplexSolver()
                .optimize(
                        new MaxIter(10_000),
                        new LinearObjectiveFunction(goal, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }
}
