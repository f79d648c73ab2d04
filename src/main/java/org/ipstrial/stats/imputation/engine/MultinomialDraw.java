package org.ipstrial.stats.imputation.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.regression.algebra.Triangle;
import org.ipstrial.stats.regression.multinomial.BaselineCategoryLogit;

/**
 * Missing levels of a category without an order drawn from a multinomial logistic regression whose coefficients are drawn
 * first.
 *
 * <pre>
 *   b* from its posterior with a flat prior, by {@link ExactPosterior}
 *   y is level k with probability exp(x'b*(k)) / sum over all levels of exp(x'b*(j)),  b*(0) = 0
 * </pre>
 *
 * <p>{@code mice.impute.polyreg} draws no coefficients, so that its spread between imputations is too small. Where columns
 * tell levels apart without fault, the rows of {@link Augmentation} are added, and the draw says so; {@code mice} adds them to
 * every fit.
 *
 * <p>Edges: as {@link NormalDraw}; a fit that comes to no end is {@code not-converged}.
 *
 * <p>Source: White IR, Royston P, Wood AM (2011), Statistics in Medicine 30:377-399, section 2.4; added rows: White IR,
 * Daniel R, Royston P (2010), Computational Statistics &amp; Data Analysis 54:2267-2275.
 */
final class MultinomialDraw {

    private MultinomialDraw() {}

    /** Draws the missing values. */
    static Drawn of(DrawData data, Variates random) {
        double[][] columns = data.observed().columns();
        Optional<Drawn> unfit = LinearPosterior.unfit(data.observed(), Triangle.of(columns));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        double[] values = Arrays.stream(data.outcome()).distinct().sorted().toArray();
        int[] level = Arrays.stream(data.outcome())
                .mapToInt(value -> Arrays.binarySearch(values, value))
                .toArray();
        double[] ones = new double[level.length];
        Arrays.fill(ones, 1);
        Optional<BaselineCategoryLogit> plain = BaselineCategoryLogit.of(columns, level, ones, values.length);
        boolean augmented = plain.isEmpty() && columns.length > 1;
        Optional<BaselineCategoryLogit> fit = augmented ? augmented(columns, level, values.length) : plain;
        if (fit.isEmpty()) {
            return Drawn.none(Reason.NOT_CONVERGED);
        }
        BaselineCategoryLogit fitted = fit.get();
        Optional<double[][]> coefficients =
                ExactPosterior.draw((values.length - 1) * columns.length, fitted::moved, fitted::logLikelihood, random);
        if (coefficients.isEmpty()) {
            return Drawn.none(Reason.NOT_CONVERGED);
        }
        double[][] drawn = coefficients.get();
        double[] found = new double[data.draws()];
        double[] row = new double[columns.length];
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < row.length; j++) {
                row[j] = data.missing()[j][i];
            }
            found[i] = values[level(BaselineCategoryLogit.probabilities(drawn, row), random.fraction())];
        }
        return new Drawn.Values(found, augmented);
    }

    private static int level(double[] probabilities, double u) {
        double reached = probabilities[0];
        int level = 0;
        while (level < probabilities.length - 1 && u >= reached) {
            level++;
            reached += probabilities[level];
        }
        return level;
    }

    private static Optional<BaselineCategoryLogit> augmented(double[][] columns, int[] level, int levels) {
        Augmentation more = Augmentation.of(columns, levels);
        int[] all = IntStream.concat(Arrays.stream(level), Arrays.stream(more.levels()))
                .toArray();
        double[] weights = new double[all.length];
        Arrays.fill(weights, 0, level.length, 1);
        Arrays.fill(weights, level.length, all.length, more.weight());
        return BaselineCategoryLogit.of(more.columns(), all, weights, levels);
    }
}
