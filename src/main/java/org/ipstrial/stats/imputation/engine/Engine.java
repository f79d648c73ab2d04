package org.ipstrial.stats.imputation.engine;

import java.util.List;

/** The engines that there are. */
public enum Engine implements ImputationEngine {
    /** Bayesian linear regression. */
    NORMAL("normal", NormalDraw::of),
    /** Predictive mean matching. */
    PREDICTIVE_MEAN_MATCHING("predictive-mean-matching", PredictiveMeanMatching::of),
    /** Linear regression with residuals of people nearby. */
    LOCAL_RESIDUAL_DRAW("local-residual-draw", LocalResidualDraw::of),
    /** Logistic regression. */
    LOGISTIC("logistic", LogisticDraw::of),
    /** Proportional odds. */
    PROPORTIONAL_ODDS("proportional-odds", OrdinalDraw::of),
    /** A category without an order by multinomial logistic regression. */
    MULTINOMIAL("multinomial", MultinomialDraw::of),
    /** Whether any by logistic regression, how much by predictive mean matching. */
    TWO_PART_MATCHING("two-part-matching", (data, random) -> TwoPartDraw.of(data, random, PredictiveMeanMatching::of)),
    /** Whether any by logistic regression, how much by local residual draws. */
    TWO_PART_RESIDUAL("two-part-residual", (data, random) -> TwoPartDraw.of(data, random, LocalResidualDraw::of)),
    /** Whether any by logistic regression, how much by linear regression. */
    TWO_PART_NORMAL("two-part-normal", (data, random) -> TwoPartDraw.of(data, random, NormalDraw::of));

    /** Those of amounts, as a user may choose; the first unless another is chosen. */
    public static final List<Engine> OF_AMOUNTS = List.of(PREDICTIVE_MEAN_MATCHING, LOCAL_RESIDUAL_DRAW, NORMAL);

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

    /** The engine that draws by this one how much there is, and by logistic regression whether any; itself where none does. */
    public Engine inTwoParts() {
        return switch (this) {
            case PREDICTIVE_MEAN_MATCHING -> TWO_PART_MATCHING;
            case LOCAL_RESIDUAL_DRAW -> TWO_PART_RESIDUAL;
            case NORMAL -> TWO_PART_NORMAL;
            default -> this;
        };
    }

    /** Whether it can take a known value. */
    public boolean takes(double value) {
        return switch (this) {
            case LOGISTIC -> value == 0 || value == 1;
            case TWO_PART_MATCHING, TWO_PART_RESIDUAL, TWO_PART_NORMAL -> value >= 0;
            case NORMAL, PREDICTIVE_MEAN_MATCHING, LOCAL_RESIDUAL_DRAW, PROPORTIONAL_ODDS, MULTINOMIAL -> true;
        };
    }
}
