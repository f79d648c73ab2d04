package org.ipstrial.report;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A funnel plot: the effect of each study across, its standard error downwards, so that large studies stand at the top. The
 * sides of the funnel open from the pooled effect.
 *
 * @param title   what it shows, for its caption and for those who do not see it
 * @param axis    the words of the axis of effects: the measure and its unit
 * @param error   the words of the axis of standard errors
 * @param pooled  what the line in the middle is
 * @param limits  what the sides are
 * @param log     whether the axis of effects is logarithmic, as for ratios
 * @param sides   where the sides end
 * @param named   whether each study has a number and the names stand below
 * @param studies the studies, in the order of their numbers
 */
public record FunnelPlot(
        String title,
        String axis,
        String error,
        String pooled,
        String limits,
        boolean log,
        Sides sides,
        boolean named,
        List<Study> studies)
        implements Block {

    /** Copies the studies, and refuses numbers that the axes do not hold. */
    public FunnelPlot {
        Objects.requireNonNull(title, "title");
        studies = List.copyOf(studies);
        if (studies.isEmpty()) {
            throw new IllegalArgumentException("a funnel needs a study");
        }
        boolean below = sides.low <= 0 || studies.stream().anyMatch(study -> study.estimate <= 0);
        if (log && below) {
            throw new IllegalArgumentException("a logarithmic axis holds no effect of 0 or below");
        }
    }

    /**
     * The sides of the funnel: straight lines on the axes' scales from the pooled effect at no error to two effects at an
     * error.
     *
     * @param middle the pooled effect
     * @param error  the standard error at which they end, above 0
     * @param low    where the lower one ends
     * @param high   where the upper one ends
     */
    public record Sides(double middle, double error, double low, double high) {

        /** Refuses sides that do not open. */
        public Sides {
            if (!(error > 0 && low <= middle && middle <= high) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("the sides must open from the middle, got " + middle + " and " + low
                        + " to " + high + " at " + error);
            }
        }
    }

    /**
     * A study.
     *
     * @param name     its name
     * @param estimate its effect as people read it
     * @param error    its standard error, of the logarithm where the axis is logarithmic
     */
    public record Study(String name, double estimate, double error) {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.funnel(this);
    }

    @Override
    public Block map(UnaryOperator<String> words) {
        List<Study> written = studies.stream()
                .map(study -> new Study(words.apply(study.name()), study.estimate(), study.error()))
                .toList();
        return new FunnelPlot(
                words.apply(title), axis, error, words.apply(pooled), words.apply(limits), log, sides, named, written);
    }
}
