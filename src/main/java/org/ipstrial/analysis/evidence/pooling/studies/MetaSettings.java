package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.ard.Measure;
import org.ipstrial.stats.Require;
import org.ipstrial.stats.resampling.RandomStreams;

/**
 * What a pooled effect depends on besides the studies.
 *
 * @param measure       the effect
 * @param level         confidence level as a fraction
 * @param methods       which methods
 * @param seed          stated as everywhere; nothing here is random
 * @param sharedControl what is done with shared control arms
 * @param zeroCells     what is done with empty cells
 * @param subgroup      the column of subgroups, if one is asked for
 * @param moderators    the columns of moderators
 * @param series        what else is asked for
 * @param smallStudy    the tests of small studies, and what fills studies in
 */
public record MetaSettings(
        EffectMeasure measure,
        double level,
        MethodSelection methods,
        long seed,
        SharedControl sharedControl,
        ZeroCells zeroCells,
        Optional<String> subgroup,
        List<String> moderators,
        Set<More> series,
        List<String> smallStudy) {

    /** What is computed on request only, since it takes a fit for each study. */
    public enum More {
        /** Each study left out in turn. */
        LEAVE_ONE_OUT,
        /** Studies added one after the other, by year. */
        CUMULATIVE,
        /** What each study does to the pooled effect. */
        INFLUENCE
    }

    /** What is done where several rows share one control arm. */
    public enum SharedControl {
        /** They are refused. */
        REFUSE("refuse"),
        /** Their treatment arms are taken as one. */
        COMBINE("combine"),
        /** The control arm is cut into equal parts, one for each. */
        SPLIT("split");

        private final String id;

        SharedControl(String id) {
            this.id = id;
        }

        /** The word that options and results use. */
        public String id() {
            return id;
        }
    }

    /** What is done where an empty cell leaves a study without an effect. */
    public enum ZeroCells {
        /** It is refused. */
        REFUSE("refuse"),
        /** One half is added to each of the four cells. */
        ADD_HALF("add-half"),
        /** The study is left out. */
        LEAVE_OUT("leave-out");

        private final String id;

        ZeroCells(String id) {
            this.id = id;
        }

        /** The word that options and results use. */
        public String id() {
            return id;
        }
    }

    /** Checks the level and that nothing is null. */
    public MetaSettings {
        Require.fraction("level", level);
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(methods, "methods");
        Objects.requireNonNull(sharedControl, "sharedControl");
        Objects.requireNonNull(zeroCells, "zeroCells");
        Objects.requireNonNull(subgroup, "subgroup");
        moderators = List.copyOf(moderators);
        series = Set.copyOf(series);
        smallStudy = List.copyOf(smallStudy);
    }

    /** What results state of them. */
    public Map<String, Object> stated() {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("level", level);
        stated.put("measure", measure.measure().id());
        if (measure.measure() == Measure.ESTIMATE) {
            stated.put("scale", measure.isRatio() ? "ratio" : "difference");
        }
        stated.put("shared-control", sharedControl.id());
        stated.put("zero-cells", zeroCells.id());
        stated.put("prediction-df", "k-2");
        stated.put("seed", seed);
        stated.put("rng", RandomStreams.NAME);
        return stated;
    }
}
