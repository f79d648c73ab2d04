package org.ipstrial.analysis.evidence.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.Results;
import org.ipstrial.analysis.evidence.pooling.studies.StudySet;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.Unit;
import org.ipstrial.catalogue.Method;
import org.ipstrial.catalogue.studies.PoolingMethods;
import org.ipstrial.catalogue.studies.VarianceEstimators;
import org.ipstrial.dataset.CodePointOrder;
import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.meta.MeanLimits;
import org.ipstrial.stats.meta.MetaModel;
import org.ipstrial.stats.meta.Pooling;
import org.ipstrial.stats.meta.moderators.MetaRegression;

/** How the effect depends on moderators of the studies. */
final class ModeratorRows {

    private static final int STUDIES_EACH = 10;

    private final MetaRows rows;
    private final PoolingRows pooling;
    private final List<String> moderators;
    private final List<String> numbered;

    ModeratorRows(MetaRows rows, PoolingRows pooling, List<String> moderators, Studies studies) {
        this.rows = rows;
        this.pooling = pooling;
        this.moderators = moderators;
        this.numbered = studies.numbered();
    }

    /** The results; none where the moderators cannot be fitted, which goes to the findings. */
    List<Result> of(StudySet set, Findings findings, Location where) {
        List<String> terms = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (String moderator : moderators) {
            List<String> values = set.known().stream()
                    .map(study -> study.levels().get(moderator))
                    .toList();
            if (numbered.contains(moderator)) {
                terms.add(Names.pair("moderator", moderator));
                columns.add(values.stream().mapToDouble(ModeratorRows::number).toArray());
            } else {
                values.stream()
                        .distinct()
                        .sorted(CodePointOrder.INSTANCE)
                        .skip(1)
                        .forEach(level -> {
                            terms.add(Names.pair("moderator", moderator) + ";" + Names.pair("level", level));
                            columns.add(values.stream()
                                    .mapToDouble(value -> value.equals(level) ? 1 : 0)
                                    .toArray());
                        });
            }
        }
        if (set.count() == 0) {
            return List.of();
        }
        MetaModel model = MetaModel.of(set.effects().orElseThrow(), columns);
        Optional<Reason> absent =
                columns.isEmpty() ? Optional.of(Reason.COLLINEAR_COVARIATES) : MetaRegression.absent(model);
        if (absent.isPresent()) {
            findings.add(FindingCode.E511, where, set.count(), absent.get().id());
            return List.of();
        }
        if (set.count() < STUDIES_EACH * columns.size()) {
            findings.add(FindingCode.W504, where, columns.size(), set.count());
        }
        List<Result> results = new ArrayList<>();
        for (Method<Pooling> method : pooling.methods()) {
            PoolingMethods.limits(method).ifPresent(limits -> results.addAll(of(model, terms, method, limits)));
        }
        return results;
    }

    /** A decimal mark may be a comma. */
    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.').replace('\u2212', '-'));
    }

    private List<Result> of(MetaModel model, List<String> terms, Method<Pooling> method, MeanLimits limits) {
        MetaRegression fitted =
                MetaRegression.of(model, VarianceEstimators.of(method.id()).function(), limits, rows.level());
        List<Result> results = new ArrayList<>();
        for (int j = 0; j < fitted.coefficients().size(); j++) {
            String term = j == 0 ? "coefficient=intercept" : terms.get(j - 1);
            ResultKey key = rows.key(MetaRows.POOLED, "", term, rows.measure().measure(), method.id());
            results.add(rows.effect(key, fitted.coefficients().get(j)));
            rows.logarithm(key, fitted.coefficients().get(j)).ifPresent(results::add);
        }
        String all = Names.pair("moderators", String.join(",", moderators));
        results.add(Results.of(
                rows.key(MetaRows.POOLED, "", all, Measure.MODERATOR_TEST, method.id()), fitted.moderators()));
        results.add(Results.of(
                rows.key(MetaRows.POOLED, "", all, Measure.HETEROGENEITY_TEST, method.id()), fitted.residual()));
        results.add(rows.estimate(
                rows.key(MetaRows.POOLED, "", all, Measure.TAU_SQUARED, method.id()),
                Estimate.of(
                        fitted.tauSquared(),
                        fitted.limits().lower(),
                        fitted.limits().upper()),
                Unit.NONE));
        fitted.explained()
                .ifPresent(share -> results.add(MetaRows.number(
                        rows.key(MetaRows.POOLED, "", all, Measure.VARIANCE_EXPLAINED, method.id()),
                        share,
                        Unit.PROPORTION)));
        return results;
    }
}
