package org.ipstrial.stats.survival.cox;

import java.util.Arrays;
import java.util.Optional;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.survival.ChiSquaredTail;

/**
 * A fitted proportional hazards model: the hazard of a person with covariates {@code x} is {@code exp(x'b)} times that of
 * one with all 0, at all times.
 *
 * <p>{@code b} maximises {@link PartialLikelihood}, found by Newton's method from 0 with halved steps, until the score test
 * of what is left is below 1e-14 and one step further; where that leads nowhere, by {@link Climb}. With {@code l} the logarithm of the likelihood, {@code u} the score
 * and {@code I} the information:
 *
 * <pre>
 *   Wald              b' I(b) b
 *   score             u(0)' I(0)<sup>-1</sup> u(0)
 *   likelihood ratio  2 (l(b) - l(0))
 * </pre>
 *
 * <p>each chi-squared with as many degrees of freedom as covariates. There is no fit without events ({@code no-events}), if
 * a covariate is a sum of others among those at risk ({@code collinear-covariates}), or if the likelihood rises as
 * coefficients grow beyond all bounds ({@code monotone-likelihood}), which {@link Monotone} settles beforehand. A fit by
 * {@link PenalisedLikelihood} has a maximum even then.
 *
 * <p>Source: Cox DR (1972), Journal of the Royal Statistical Society, Series B 34:187-220; Bryson MC, Johnson ME (1981), The
 * incidence of monotone likelihood in the Cox model, Technometrics 23:381-383.
 */
public final class CoxFit {

    private static final double SETTLED = 1e-14;
    /** A penalised likelihood is climbed with the information of the plain one, and so nears its top by a factor a step. */
    private static final double SETTLED_SLOWLY = 1e-26;

    private static final int STEPS = 200;
    /** The least part of a step that is tried. */
    private static final double LEAST = 1e-9;

    private final CoxData data;
    private final Ties ties;
    private final PartialLikelihood.Kind kind;
    private final double[] b;
    private final PartialLikelihood atNull;
    private final PartialLikelihood atFit;
    private final double[][] variance;

    private CoxFit(
            CoxData data,
            Ties ties,
            PartialLikelihood.Kind kind,
            double[] b,
            PartialLikelihood atNull,
            PartialLikelihood atFit,
            double[][] variance) {
        this.data = data;
        this.ties = ties;
        this.kind = kind;
        this.b = b;
        this.atNull = atNull;
        this.atFit = atFit;
        this.variance = variance;
    }

    /**
     * A fit, or why there is none.
     *
     * @param fit      the fit
     * @param reason   why there is none
     * @param monotone the columns along which the likelihood rises without end, where that is why
     */
    public record Outcome(Optional<CoxFit> fit, Optional<Reason> reason, Optional<Monotone> monotone) {

        private static Outcome none(Reason why) {
            return new Outcome(Optional.empty(), Optional.of(why), Optional.empty());
        }
    }

    /** Fits the model. */
    public static Outcome of(CoxData data, Ties ties) {
        return of(data, ties, PartialLikelihood.Kind.PLAIN);
    }

    /** Fits the model with Firth's penalty. */
    public static Outcome penalised(CoxData data, Ties ties) {
        return of(data, ties, PartialLikelihood.Kind.PENALISED);
    }

    /** Fits the model with the exact likelihood of ties; of residuals it has the martingale ones alone, by Breslow's hazard. */
    public static Outcome exact(CoxData data) {
        return of(data, Ties.BRESLOW, PartialLikelihood.Kind.EXACT);
    }

    /**
     * The model at some coefficients instead of the best ones, for what is asked of it there; as R's
     * {@code coxph(init = , iter.max = 0)}. None if the information there has no inverse.
     */
    public static Optional<CoxFit> at(CoxData data, Ties ties, double... b) {
        PartialLikelihood.Kind kind = PartialLikelihood.Kind.PLAIN;
        PartialLikelihood atNull = kind.at(data, ties, new double[b.length]);
        return held(data, ties, kind, b.clone(), atNull, kind.at(data, ties, b));
    }

    private static Optional<CoxFit> held(
            CoxData data,
            Ties ties,
            PartialLikelihood.Kind kind,
            double[] b,
            PartialLikelihood atNull,
            PartialLikelihood atFit) {
        return Information.inverse(atFit.information())
                .map(variance -> new CoxFit(data, ties, kind, b, atNull, atFit, variance));
    }

    private static Outcome of(CoxData data, Ties ties, PartialLikelihood.Kind kind) {
        if (data.events() == 0) {
            return Outcome.none(Reason.NO_EVENTS);
        }
        if (kind == PartialLikelihood.Kind.EXACT && ExactLikelihood.isTooLarge(data)) {
            return Outcome.none(Reason.TOO_LARGE_FOR_EXACT);
        }
        double[] b = new double[data.width()];
        PartialLikelihood atNull = kind.at(data, ties, b);
        if (Information.inverse(atNull.information()).isEmpty()) {
            return Outcome.none(Reason.COLLINEAR_COVARIATES);
        }
        if (kind != PartialLikelihood.Kind.PENALISED) {
            boolean together = kind == PartialLikelihood.Kind.EXACT;
            Optional<Monotone> monotone = Monotone.of(data, atNull, together);
            if (monotone.isPresent()) {
                return new Outcome(Optional.empty(), Optional.of(Reason.MONOTONE_LIKELIHOOD), monotone);
            }
        }
        Optional<Climb.Top> top = newton(data, ties, kind, atNull);
        if (top.isEmpty()) {
            top = Climb.of(at -> kind.at(data, ties, at), kind, b);
        }
        return top.flatMap(there -> held(data, ties, kind, there.coefficients(), atNull, there.likelihood()))
                .map(fit -> new Outcome(Optional.of(fit), Optional.empty(), Optional.empty()))
                .orElseGet(() -> Outcome.none(Reason.NOT_CONVERGED));
    }

    private static Optional<Climb.Top> newton(
            CoxData data, Ties ties, PartialLikelihood.Kind kind, PartialLikelihood atNull) {
        double[] b = new double[data.width()];
        PartialLikelihood now = atNull;
        double settled = kind == PartialLikelihood.Kind.PENALISED ? SETTLED_SLOWLY : SETTLED;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            Optional<double[][]> inverse = Information.inverse(now.information());
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            double[] step = Information.times(inverse.get(), now.score());
            double decrement = Information.dot(step, now.score());
            double factor = 1;
            double[] next = Information.moved(b, step, factor);
            PartialLikelihood there = kind.at(data, ties, next);
            // Near the top rounding alone can lower the likelihood.
            while (decrement > 1e-8 && factor > LEAST && !there.isAbove(now)) {
                factor /= 2;
                next = Information.moved(b, step, factor);
                there = kind.at(data, ties, next);
            }
            if (factor <= LEAST) {
                return Optional.empty();
            }
            b = next;
            now = there;
            boolean rounding = decrement < SETTLED && decrement >= last;
            last = decrement;
            if (decrement < settled || rounding) {
                return Optional.of(new Climb.Top(b, now));
            }
        }
        return Optional.empty();
    }

    /** The data. */
    public CoxData data() {
        return data;
    }

    /** How ties are handled. */
    public Ties ties() {
        return ties;
    }

    /** Whether the likelihood of ties is the exact one. */
    public boolean isExact() {
        return kind == PartialLikelihood.Kind.EXACT;
    }

    /** The likelihood that was climbed, at some coefficients. */
    PartialLikelihood likelihood(double[] at) {
        return kind.at(data, ties, at);
    }

    /** The top of that likelihood with some columns held. */
    Optional<Climb.Top> climb(double[] start, int... held) {
        return Climb.of(this::likelihood, kind, start, held);
    }

    /** The coefficients: logarithms of hazard ratios. */
    public double[] coefficients() {
        return b.clone();
    }

    /** The model's variance of the coefficients: the inverse of the information. */
    public double[][] variance() {
        return Arrays.stream(variance).map(double[]::clone).toArray(double[][]::new);
    }

    /** The logarithm of the partial likelihood without covariates. */
    public double logLikelihoodAtNull() {
        return atNull.value();
    }

    /** The logarithm of the partial likelihood of the fit. */
    public double logLikelihood() {
        return atFit.value();
    }

    /** The Wald test of all coefficients. */
    public TestResult wald() {
        return ChiSquaredTail.of(b, variance);
    }

    /** The score test of all coefficients. */
    public TestResult score() {
        return ChiSquaredTail.of(atNull.score(), atNull.information());
    }

    /** The likelihood ratio test of all coefficients. */
    public TestResult likelihoodRatio() {
        return ChiSquaredTail.of(Math.max(0, 2 * (atFit.value() - atNull.value())), b.length);
    }
}
