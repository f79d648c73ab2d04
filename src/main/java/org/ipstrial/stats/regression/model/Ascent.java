package org.ipstrial.stats.regression.model;

import org.ipstrial.stats.Reason;
import org.ipstrial.stats.descriptive.CompensatedSum;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.design.DesignMatrix;

/** Climbs the likelihood of a generalised linear model by Fisher's scoring, with moves halved that go too far. */
final class Ascent {

    private static final int MOVES = 200;
    private static final int HALVINGS = 40;
    /** Moves in standard errors: none to speak of, as small as rounding may leave, and small enough to need no check. */
    private static final double NONE = 1e-15;

    private static final double ROUNDING = 1e-8;
    private static final double SAFE = 1e-4;
    private static final double NEXT_TO_BOUNDARY = 1e-5;

    /** Of damped moves: how many, and how much of the columns' squares is added at least and at most, and changed at once. */
    private static final int DAMPED_MOVES = 400;

    private static final double LEAST = 1e-30;
    private static final double MOST = 1e10;
    private static final double HARDER = 1000;
    private static final double EASIER = 10;

    /** How far a move that went wrong may take a predictor: where the likelihood is all but flat, moves know no measure. */
    private static final double FAR = 1_000;

    private final Response response;
    private final ModelData data;
    private final DesignMatrix design;
    private final double[] predictors;
    private final double[] scores;
    private final double[] information;
    private double[] b;
    private double logLikelihood;

    Ascent(Response response, ModelData data) {
        this.response = response;
        this.data = data;
        design = data.design();
        predictors = new double[design.rows()];
        scores = new double[design.rows()];
        information = new double[design.rows()];
    }

    /** Climbs from where the response begins. */
    Fit fit() {
        return from(start());
    }

    /** Climbs from given coefficients. */
    Fit from(double[] coefficients) {
        b = coefficients.clone();
        logLikelihood = logLikelihood(b);
        if (!Double.isFinite(logLikelihood)) {
            return stuck();
        }
        double last = Double.POSITIVE_INFINITY;
        for (int move = 0; move < MOVES; move++) {
            look();
            Triangle triangle = information();
            double[] step = triangle.solve(triangle.solveTransposed(slopes()));
            double size = length(triangle.times(step));
            if (size <= NONE || size <= ROUNDING && size >= last / 2) {
                return fitted(triangle);
            }
            if (!Double.isFinite(size) || !take(step, size <= SAFE)) {
                return stuck();
            }
            last = size;
        }
        return stuck();
    }

    /**
     * Climbs from given coefficients where plain scoring leads nowhere, as where most outcomes are all but certain and few
     * rows tell of the coefficients: as many of the squares of the columns as it takes to climb are added to the information,
     * which turns the moves into short ones up the slope.
     *
     * <p>Source: Marquardt DW (1963), Journal of the Society for Industrial and Applied Mathematics 11:431-441.
     */
    Fit damped(double[] coefficients) {
        b = coefficients.clone();
        logLikelihood = logLikelihood(b);
        if (!Double.isFinite(logLikelihood)) {
            return stuck();
        }
        double damping = 0;
        double last = Double.POSITIVE_INFINITY;
        for (int move = 0; move < DAMPED_MOVES && damping < MOST; move++) {
            logLikelihood(b);
            look();
            double[] slopes = slopes();
            Triangle triangle = information(damping);
            double[] step = triangle.solve(triangle.solveTransposed(slopes));
            double size = length(triangle.times(step));
            double[] next = b.clone();
            for (int j = 0; j < b.length; j++) {
                next[j] += step[j];
            }
            double value = Double.isFinite(size) ? logLikelihood(next) : Double.NEGATIVE_INFINITY;
            if (!(value >= logLikelihood || size <= SAFE && Double.isFinite(value))) {
                damping = Math.max(LEAST, damping * HARDER);
                continue;
            }
            b = next;
            logLikelihood = value;
            if (damping <= LEAST && (size <= NONE || size <= ROUNDING && size >= last / 2)) {
                look();
                return fitted(triangle);
            }
            last = size;
            damping = damping <= LEAST ? 0 : damping / EASIER;
        }
        return stuck();
    }

    /** The triangle of the information with so many times the squares of the columns. */
    private Triangle information(double damping) {
        double[] more = information.clone();
        for (int i = 0; i < more.length; i++) {
            more[i] += damping * data.weights()[i];
        }
        return Triangle.weighted(design.columns(), more);
    }

    /** Looks at the likelihood from given coefficients; negative infinity where they are not allowed. */
    double at(double[] coefficients) {
        double value = logLikelihood(coefficients);
        if (Double.isFinite(value)) {
            look();
        }
        return value;
    }

    /** The triangle of the information where it last looked. */
    Triangle information() {
        return Triangle.weighted(design.columns(), information);
    }

    /** The slopes of the log-likelihood where it last looked. */
    double[] slopes() {
        CompensatedSum[] sums = CompensatedSum.zeros(design.width());
        for (int j = 0; j < sums.length; j++) {
            double[] column = design.columns()[j];
            for (int i = 0; i < scores.length; i++) {
                sums[j].addProduct(column[i], scores[i]);
            }
        }
        return CompensatedSum.values(sums);
    }

    /** How long a vector is. */
    static double length(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }

    private double[] start() {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum weight = new CompensatedSum();
        for (int i = 0; i < predictors.length; i++) {
            sum.addProduct(data.weights()[i], data.outcome()[i]);
            weight.add(data.weights()[i]);
        }
        double mean = sum.value() / weight.value();
        CompensatedSum[] sums = CompensatedSum.zeros(design.width());
        for (int i = 0; i < predictors.length; i++) {
            double wanted = response.start(data.outcome()[i], mean) - data.offset()[i];
            for (int j = 0; j < sums.length; j++) {
                sums[j].addProduct(design.columns()[j][i], wanted);
            }
        }
        Triangle triangle = Triangle.of(design.columns());
        return triangle.solve(triangle.solveTransposed(CompensatedSum.values(sums)));
    }

    /** The log-likelihood at some coefficients, whose predictors it keeps; negative infinity where they are not allowed. */
    private double logLikelihood(double[] coefficients) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < predictors.length; i++) {
            double eta = data.predictor(i, coefficients);
            predictors[i] = eta;
            if (!response.allows(eta)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum.add(data.weights()[i] * response.logLikelihood(data.outcome()[i], eta));
        }
        return sum.value();
    }

    /** Looks from the predictors that were last worked out. */
    private void look() {
        for (int i = 0; i < predictors.length; i++) {
            double eta = predictors[i];
            scores[i] = data.weights()[i] * response.score(data.outcome()[i], eta);
            information[i] = data.weights()[i] * response.information(eta);
        }
    }

    private boolean take(double[] step, boolean safe) {
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = b.clone();
            for (int j = 0; j < b.length; j++) {
                next[j] += share * step[j];
            }
            double value = logLikelihood(next);
            if (value >= logLikelihood || safe && Double.isFinite(value)) {
                b = next;
                logLikelihood = value;
                return true;
            }
            share = Math.min(share / 2, FAR / farthest(step));
        }
        return false;
    }

    /** The most that a step moves a predictor. */
    private double farthest(double[] step) {
        double most = 0;
        for (int i = 0; i < predictors.length; i++) {
            most = Math.max(most, Math.abs(design.predictor(i, step)));
        }
        return most;
    }

    private Fit stuck() {
        for (int i = 0; i < predictors.length; i++) {
            double eta = data.predictor(i, b);
            if (!response.allows(eta + NEXT_TO_BOUNDARY) && response == LogBinomial.RESPONSE) {
                return Fit.none(Reason.ON_BOUNDARY);
            }
        }
        return Fit.none(Reason.NOT_CONVERGED);
    }

    private Fit fitted(Triangle triangle) {
        CompensatedSum best = new CompensatedSum();
        for (int i = 0; i < predictors.length; i++) {
            best.add(data.weights()[i] * response.best(data.outcome()[i]));
        }
        return new FittedModel(
                design,
                b,
                triangle,
                scores,
                information,
                predictors,
                1,
                (long) predictors.length - b.length,
                logLikelihood,
                2 * (best.value() - logLikelihood));
    }
}
