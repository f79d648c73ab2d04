package org.ipstrial.stats.imputation.engine;

/** The engines that there are. */
public enum Engine implements ImputationEngine {
    /** Bayesian linear regression. */
    NORMAL("normal", NormalDraw::of),
    /** Predictive mean matching. */
    PREDICTIVE_MEAN_MATCHING("predictive-mean-matching", PredictiveMeanMatching::of),
    /** Logistic regression. */
    LOGISTIC("logistic", LogisticDraw::of),
    /** Proportional odds. */
    PROPORTIONAL_ODDS("proportional-odds", OrdinalDraw::of),
    /** A category without an order by multinomial logistic regression. */
    MULTINOMIAL("multinomial", MultinomialDraw::of),
    /** Whether any by logistic regression, how much by predictive mean matching. */
    TWO_PART_MATCHING("two-part-matching", (data, random) -> TwoPartDraw.of(data, random, PredictiveMeanMatching::of)),
    /** Whether any by logistic regression, how much by linear regression. */
    TWO_PART_NORMAL("two-part-normal", (data, random) -> TwoPartDraw.of(data, random, NormalDraw::of));

    private final String id;
    private final ImputationEngine draw;

    Engine(String id, ImputationEngine draw) {
        this.id = id;
        this.draw = draw;
    }

    /** The name that results use. */
    public String id() {
        return id;
    }

    @Override
    public Drawn draw(DrawData data, Variates random) {
        return draw.draw(data, random);
    }

    /** Whether it can take a known value. */
    public boolean takes(double value) {
        return switch (this) {
            case LOGISTIC -> value == 0 || value == 1;
            case TWO_PART_MATCHING, TWO_PART_NORMAL -> value >= 0;
            case NORMAL, PREDICTIVE_MEAN_MATCHING, PROPORTIONAL_ODDS, MULTINOMIAL -> true;
        };
    }
}
