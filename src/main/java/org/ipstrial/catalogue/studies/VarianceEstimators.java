package org.ipstrial.catalogue.studies;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Statistic;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.QProfile;
import org.ipstrial.stats.meta.TauSquared;
import org.ipstrial.stats.meta.variance.DerSimonianLaird;
import org.ipstrial.stats.meta.variance.HedgesOlkin;
import org.ipstrial.stats.meta.variance.HunterSchmidt;
import org.ipstrial.stats.meta.variance.MaximumLikelihood;
import org.ipstrial.stats.meta.variance.PauleMandel;
import org.ipstrial.stats.meta.variance.RestrictedLikelihood;
import org.ipstrial.stats.meta.variance.SidikJonkman;

/** The estimators of the variance between studies. */
public final class VarianceEstimators {

    private static final String SYMBOLS =
            "Effects y with variances v of k studies; w(t) = 1/(v + t), m(t) = sum w y/sum w, Q(t) = sum w (y - m)^2.\n";
    private static final String LIMITS =
            "\nlimits by the Q profile: Q(t) = the chi-squared value with k - 1 degrees of freedom exceeded with"
                    + "\nprobability (1 - level)/2 and 1 - (1 - level)/2, searched for without a ceiling";
    private static final String VIECHTBAUER =
            "; Viechtbauer W (2005), Journal of Educational and Behavioral Statistics 30:261-293; limits: Viechtbauer W"
                    + " (2007), Statistics in Medicine 26:37-52";
    private static final String FEW =
            " With few studies every estimate of it is rough: read its limits. The limits do not depend on the estimator and"
                    + " need not hold it.";

    /** Restricted likelihood. */
    static final Method<TauSquared> REML = method(
            "reml",
            "Variance between studies by restricted maximum likelihood",
            RestrictedLikelihood::of,
            "tau^2 = the t >= 0 at which -1/2 [sum log(v + t) + log sum w + Q(t)] is highest",
            "Patterson HD, Thompson R (1971), Biometrika 58:545-554",
            "Effects far from normal.");

    private static final Method<TauSquared> PAULE_MANDEL = method(
            "paule-mandel",
            "Variance between studies by Paule and Mandel's equation",
            PauleMandel::of,
            "tau^2 = the t at which Q(t) = k - 1; 0 where Q(0) is below that",
            "Paule RC, Mandel J (1982), Journal of Research of the National Bureau of Standards 87:377-385",
            "Variances that are rough themselves.");

    /** The estimators, in the order of the contract. */
    public static final Family<TauSquared> FAMILY = new Family<>(
            Measure.TAU_SQUARED,
            Family.Input.STUDIES,
            1,
            List.of(
                    REML,
                    method(
                            "dersimonian-laird",
                            "Variance between studies by DerSimonian and Laird's moments",
                            DerSimonianLaird::of,
                            "w = 1/v; tau^2 = max(0, (Q(0) - (k - 1)) / (sum w - sum w^2/sum w))",
                            "DerSimonian R, Laird N (1986), Controlled Clinical Trials 7:177-188",
                            "Large studies that differ much, and rare events: it is too small there."),
                    PAULE_MANDEL,
                    method(
                            "ml",
                            "Variance between studies by maximum likelihood",
                            MaximumLikelihood::of,
                            "tau^2 = the t >= 0 at which -1/2 [sum log(v + t) + Q(t)] is highest",
                            "Hardy RJ, Thompson SG (1996), Statistics in Medicine 15:619-629",
                            "Few studies: it takes the mean for known and is too small."),
                    method(
                            "empirical-bayes",
                            "Variance between studies by empirical Bayes",
                            PauleMandel::of,
                            "tau^2 = the t at which Q(t) = k - 1; 0 where Q(0) is below that: Paule and Mandel's",
                            "Morris CN (1983), Journal of the American Statistical Association 78:47-55",
                            "As paule-mandel, of which it is another name."),
                    method(
                            "hunter-schmidt",
                            "Variance between studies by Hunter and Schmidt",
                            HunterSchmidt::of,
                            "w = 1/v; tau^2 = max(0, (Q(0) - k) / sum w)",
                            "Hunter JE, Schmidt FL (1990), Methods of Meta-Analysis",
                            "In general: it is too small on average."),
                    method(
                            "sidik-jonkman",
                            "Variance between studies by Sidik and Jonkman",
                            SidikJonkman::of,
                            "t0 = sum (y - mean y)^2/k; tau^2 = t0 Q(t0)/(k - 1)",
                            "Sidik K, Jonkman JN (2005), Journal of the Royal Statistical Society C 54:367-384",
                            "Studies that differ little: it is too large, and never 0."),
                    method(
                            "hedges-olkin",
                            "Variance between studies by Hedges's (Cochran's ANOVA) estimator",
                            HedgesOlkin::of,
                            "tau^2 = max(0, sum (y - mean y)^2/(k - 1) - sum v/k)",
                            "Hedges LV, Olkin I (1985), Statistical Methods for Meta-Analysis, chapter 9",
                            "Studies of very different size: small ones count as much as large ones.")),
            VarianceEstimators::numbers);

    private VarianceEstimators() {}

    private static Method<TauSquared> method(
            String id, String name, TauSquared function, String formula, String source, String caution) {
        return new Method<>(id, name, function, SYMBOLS + formula + LIMITS, source + VIECHTBAUER, caution + FEW);
    }

    private static Map<Statistic, Quantity> numbers(TauSquared function, String input, double level) {
        MetaModel model = MetaModel.ofMean(StudiesInput.effects(input));
        QProfile limits = QProfile.of(model, level);
        Map<Statistic, Quantity> numbers = new EnumMap<>(Statistic.class);
        numbers.put(Statistic.ESTIMATE, Quantity.of(function.of(model)));
        numbers.put(Statistic.CONF_LOW, Quantity.of(limits.lower()));
        numbers.put(Statistic.CONF_HIGH, Quantity.of(limits.upper()));
        return numbers;
    }

    /** The estimator of a name, which may have the way of making limits behind it. */
    public static Method<TauSquared> of(String pooling) {
        int plus = pooling.indexOf('+');
        String id = plus < 0 ? pooling : pooling.substring(0, plus);
        return FAMILY.method(id).orElseThrow(() -> new IllegalArgumentException("no estimator " + id));
    }
}
