package org.ipstrial.analysis.evidence.pooling.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.dataset.studies.Studies;
import org.ipstrial.dataset.studies.Study;
import org.ipstrial.dataset.studies.StudyNumbers;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.stats.contingency.TwoByTwo;
import org.ipstrial.stats.meta.StudyEffect;
import org.ipstrial.stats.meta.effect.ArmCounts;
import org.ipstrial.stats.meta.effect.ArmMeans;
import org.ipstrial.stats.meta.effect.PrintedLimits;

/** Turns the rows of a study table into studies that are independent of each other. */
public final class SharedArms {

    private final MetaSettings settings;
    private final Findings findings;
    private final Location where;

    public SharedArms(MetaSettings settings, Findings findings, Location where) {
        this.settings = settings;
        this.findings = findings;
        this.where = where;
    }

    /** The studies, in the order of the first row of each; refusals go to the findings. */
    public List<PooledStudy> of(Studies studies) {
        Map<String, List<Study>> marked = studies.studies().stream()
                .filter(study -> !study.sharedControl().isEmpty())
                .collect(Collectors.groupingBy(Study::sharedControl, LinkedHashMap::new, Collectors.toList()));
        marked.values().removeIf(rows -> rows.size() < 2);
        List<PooledStudy> pooled = new ArrayList<>();
        for (Study study : studies.studies()) {
            List<Study> rows = marked.getOrDefault(study.sharedControl(), List.of());
            if (rows.isEmpty()) {
                pooled.add(plain(study));
            } else if (rows.get(0) == study) {
                pooled.addAll(sharing(rows, studies));
            }
        }
        return pooled;
    }

    private List<PooledStudy> sharing(List<Study> rows, Studies all) {
        String names = names(rows);
        String mark = rows.get(0).sharedControl();
        if (settings.sharedControl() == MetaSettings.SharedControl.REFUSE) {
            findings.add(FindingCode.E507, where, names, mark);
            return List.of();
        }
        boolean counts = rows.stream().allMatch(row -> row.numbers() instanceof StudyNumbers.Counts);
        boolean means = rows.stream().allMatch(row -> row.numbers() instanceof StudyNumbers.Means);
        if (!counts && !means) {
            findings.add(FindingCode.E509, where, names, mark);
            return List.of();
        }
        if (!rows.stream().allMatch(row -> sameControl(rows.get(0).numbers(), row.numbers()))) {
            findings.add(FindingCode.E508, where, names, mark);
            return List.of();
        }
        if (settings.sharedControl() == MetaSettings.SharedControl.COMBINE) {
            return List.of(combined(rows, all));
        }
        return rows.stream().map(row -> split(row, rows.size())).toList();
    }

    private static String names(List<Study> rows) {
        return rows.stream().map(row -> "'" + row.name() + "'").collect(Collectors.joining(" and "));
    }

    private static boolean sameControl(StudyNumbers one, StudyNumbers other) {
        if (one instanceof StudyNumbers.Counts counts) {
            return counts.hasControlOf((StudyNumbers.Counts) other);
        }
        return ((StudyNumbers.Means) one).control().equals(((StudyNumbers.Means) other).control());
    }

    private PooledStudy plain(Study study) {
        if (study.numbers() instanceof StudyNumbers.Counts counts) {
            return ofCounts(study.name(), study, counts(counts), Optional.of(table(counts)), "");
        }
        if (study.numbers() instanceof StudyNumbers.Means means) {
            return ofMeans(study.name(), study, means(means), "");
        }
        StudyEffect effect = study.numbers() instanceof StudyNumbers.WithLimits limits
                ? PrintedLimits.of(limits.estimate(), limits.low(), limits.high(), limits.level())
                : withError((StudyNumbers.WithError) study.numbers());
        return new PooledStudy(
                study.name(), study.year(), effect, Optional.empty(), Optional.empty(), study.levels(), "");
    }

    private static StudyEffect withError(StudyNumbers.WithError printed) {
        return StudyEffect.of(printed.estimate(), printed.error() * printed.error());
    }

    private PooledStudy split(Study study, int parts) {
        if (study.numbers() instanceof StudyNumbers.Counts counts) {
            return ofCounts(
                    study.name(), study, counts(counts).splitReference(parts), Optional.empty(), PooledStudy.SPLIT);
        }
        ArmMeans means = means((StudyNumbers.Means) study.numbers()).splitReference(parts);
        return ofMeans(study.name(), study, means, PooledStudy.SPLIT);
    }

    private PooledStudy combined(List<Study> rows, Studies all) {
        Study first = rows.get(0);
        String together = rows.stream().map(Study::name).collect(Collectors.joining(" + "));
        boolean taken = all.studies().stream().anyMatch(study -> study.name().equals(together));
        String name = taken ? together + " (combined)" : together;
        if (first.numbers() instanceof StudyNumbers.Counts counts) {
            int events = 0;
            int people = 0;
            for (Study row : rows) {
                events = Math.addExact(events, ((StudyNumbers.Counts) row.numbers()).treatmentEvents());
                people = Math.addExact(people, ((StudyNumbers.Counts) row.numbers()).treatment());
            }
            StudyNumbers.Counts sum = new StudyNumbers.Counts(events, people, counts.controlEvents(), counts.control());
            return ofCounts(name, first, counts(sum), Optional.of(table(sum)), PooledStudy.COMBINED);
        }
        ArmMeans.Arm treatment = null;
        for (Study row : rows) {
            ArmMeans.Arm own = means((StudyNumbers.Means) row.numbers()).group();
            treatment = treatment == null ? own : treatment.with(own);
        }
        ArmMeans.Arm control = means((StudyNumbers.Means) first.numbers()).reference();
        return ofMeans(name, first, new ArmMeans(treatment, control), PooledStudy.COMBINED);
    }

    private PooledStudy ofCounts(String name, Study study, ArmCounts counts, Optional<TwoByTwo> table, String note) {
        StudyEffect effect = settings.measure().ofCounts().orElseThrow().of(counts);
        return new PooledStudy(name, study.year(), effect, Optional.of(counts), table, study.levels(), note);
    }

    private PooledStudy ofMeans(String name, Study study, ArmMeans means, String note) {
        StudyEffect effect = settings.measure().ofMeans().orElseThrow().of(means);
        return new PooledStudy(name, study.year(), effect, Optional.empty(), Optional.empty(), study.levels(), note);
    }

    private static ArmCounts counts(StudyNumbers.Counts counts) {
        return new ArmCounts(counts.treatmentEvents(), counts.treatment(), counts.controlEvents(), counts.control());
    }

    private static TwoByTwo table(StudyNumbers.Counts counts) {
        return TwoByTwo.of(counts.treatmentEvents(), counts.treatment(), counts.controlEvents(), counts.control());
    }

    private static ArmMeans means(StudyNumbers.Means means) {
        return new ArmMeans(arm(means.treatment()), arm(means.control()));
    }

    private static ArmMeans.Arm arm(StudyNumbers.Arm arm) {
        return new ArmMeans.Arm(arm.mean(), arm.sd(), arm.people());
    }
}
