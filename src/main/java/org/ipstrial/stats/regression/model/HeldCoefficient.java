package org.ipstrial.stats.regression.model;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.regression.design.DesignMatrix;

/**
 * The best that a model can do with one coefficient held at a value.
 *
 * <p>The others are climbed from where they were best when it was last held; or, if that leads nowhere, from where they
 * would be had they gone on as from the fit so far, since they move in proportion where the coefficient is far off. If that
 * fails too, the value is approached by halves of the way.
 */
final class HeldCoefficient {

    private static final int STAGES = 30;
    private static final int HALVINGS = 30;
    /** How far a predictor may go. */
    private static final double FARTHEST = 1e90;

    private final Response response;
    private final ModelData data;
    private final DesignMatrix others;
    private final double[] column;
    private final double fitted;
    private final double[] best;
    private double held;
    private double[] nearby;

    HeldCoefficient(Response response, ModelData data, FittedModel fit, int coefficient) {
        this.response = response;
        this.data = data;
        int[] rest = IntStream.range(0, data.design().width())
                .filter(j -> j != coefficient)
                .toArray();
        others = data.design().select(rest);
        column = data.design().columns()[coefficient];
        fitted = fit.coefficients()[coefficient];
        best = IntStream.of(rest).mapToDouble(j -> fit.coefficients()[j]).toArray();
        held = fitted;
        nearby = best;
    }

    /** The fit of the other coefficients with this one at a value, if it can be found. */
    Optional<FittedModel> at(double value) {
        for (double x : column) {
            if (!(Math.abs(value * x) < FARTHEST)) {
                return Optional.empty();
            }
        }
        Optional<FittedModel> found = climb(value);
        for (int stage = 0; stage < STAGES && found.isEmpty(); stage++) {
            approach(value);
            found = climb(value);
        }
        return found.or(() -> damped(value));
    }

    private Optional<FittedModel> damped(double value) {
        Optional<FittedModel> found = ascent(value).damped(nearby).ifFitted();
        found.ifPresent(fit -> keep(value, fit));
        return found;
    }

    private void approach(double value) {
        double goal = (held + value) / 2;
        for (int halving = 0; halving < HALVINGS && climb(goal).isEmpty(); halving++) {
            goal = (held + goal) / 2;
        }
    }

    private Optional<FittedModel> climb(double value) {
        Ascent ascent = ascent(value);
        Optional<FittedModel> found = ascent.from(nearby).ifFitted().or(() -> ascent.from(goneOn(value))
                .ifFitted());
        found.ifPresent(fit -> keep(value, fit));
        return found;
    }

    private void keep(double value, FittedModel fit) {
        held = value;
        nearby = fit.coefficients();
    }

    private Ascent ascent(double value) {
        double[] offset = data.offset().clone();
        for (int i = 0; i < offset.length; i++) {
            offset[i] += value * column[i];
        }
        return new Ascent(response, data.with(others).withOffset(offset));
    }

    /** The other coefficients on the line from the fit through where they were last, as far on as the value is. */
    private double[] goneOn(double value) {
        double on = held == fitted ? 0 : (value - held) / (held - fitted);
        double[] gone = new double[best.length];
        for (int j = 0; j < gone.length; j++) {
            gone[j] = nearby[j] + on * (nearby[j] - best[j]);
        }
        return gone;
    }
}
