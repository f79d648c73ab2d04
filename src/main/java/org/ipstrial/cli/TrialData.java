package org.ipstrial.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.analysis.Arms;
import org.ipstrial.analysis.Trial;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Remark;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.ImportedParticipants;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeDefinition;
import picocli.CommandLine.ParseResult;

/**
 * The participants that a command line asks for.
 *
 * @param name   the file as the user named it
 * @param input  the file as results name it
 * @param trial  the people kept, with their arms and outcomes
 * @param stated how they were read, as results state it
 */
record TrialData(String name, InputFile input, Trial trial, Map<String, Object> stated) {

    /**
     * Reads them.
     *
     * @param allowed  the codes that the user accepts
     * @param findings where warnings go
     * @throws RefusedException if anything is wrong with the data, or fewer than two arms are left
     */
    static TrialData read(ParseResult parsed, Console console, Set<FindingCode> allowed, Findings findings) {
        DataOptions options = new DataOptions(parsed);
        List<CovariateRequest> covariates = CovariateOptions.needed(parsed, options);
        return of(parsed, options.read(console, allowed, covariates), findings);
    }

    /** Those of a file that was read. */
    static TrialData of(ParseResult parsed, ImportedParticipants imported, Findings findings) {
        DataOptions data = new DataOptions(parsed);
        EstimationOptions estimation = new EstimationOptions(parsed);
        findings.addAll(imported.warnings());
        String name = data.data().orElseThrow();
        Cohort people = imported.participants().everybody();
        for (WhereClause clause : data.where()) {
            people = clause.keep(people);
        }
        List<Covariate> moderators = CovariateOptions.moderators(parsed, imported.covariates());
        Set<String> grouping = data.grouping();
        moderators.forEach(moderator -> grouping.remove(moderator.name()));
        for (String column : grouping) {
            int without = people.withoutLevel(column);
            if (without > 0) {
                findings.add(FindingCode.W010, Location.file(name), without, column);
            }
        }
        tellWithout(people, moderators, name, findings);
        List<String> labels = people.levels(data.arm());
        if (labels.size() < (data.takesOneGroup() ? 1 : 2)) {
            throw RefusedException.of(FindingCode.E214, Location.file(name), people.size(), String.join(", ", labels));
        }
        Trial trial = new Trial(
                parsed.commandSpec().name(),
                Trial.ALL_ROWS,
                people,
                data.arm(),
                Arms.of(labels, estimation.control()),
                imported.outcomes(),
                data.by().stream().filter(grouping::contains).toList(),
                data.stratify(),
                CovariateOptions.adjusted(data, imported.covariates()),
                moderators,
                data.cluster());
        String fileName = data.file().map(TrialData::fileName).orElse("standard input");
        return new TrialData(
                name,
                new InputFile(fileName, imported.sha256(), imported.rows()),
                trial,
                stated(data, estimation, imported));
    }

    /** Tells of people who lack an amount along which an effect may change. */
    static void tellWithout(Cohort people, List<Covariate> moderators, String file, Findings findings) {
        for (Covariate moderator : moderators) {
            int without = people.amounts(moderator.column()).missing();
            if (without > 0) {
                findings.add(FindingCode.W320, Location.file(file), without, moderator.name());
            }
        }
    }

    /** The name of a file as results give it, without its folders. */
    static String fileName(Path path) {
        return path.getFileName().toString();
    }

    /** The outcomes that were read. */
    List<OutcomeDefinition> outcomes() {
        return trial.outcomes();
    }

    /** What {@code --verbose} says of them. */
    String read() {
        return read(input, name);
    }

    /** What {@code --verbose} says of a file that was read. */
    static String read(InputFile input, String name) {
        return "ipstrial: read " + input.rows() + " rows from " + name + ", SHA-256 " + input.sha256();
    }

    /** Findings as they go with the results, which name a file without its folders. */
    static List<Remark> remarks(Findings findings) {
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : findings.inReadingOrder()) {
            Location where = finding.where();
            String file = where.file().isEmpty() ? "" : fileName(Path.of(where.file()));
            remarks.add(new Remark(finding.code().id(), file, where.line(), where.column(), finding.message()));
        }
        return remarks;
    }

    private static Map<String, Object> stated(
            DataOptions data, EstimationOptions estimation, ImportedParticipants imported) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("arm", data.arm());
        for (OutcomeDefinition outcome : imported.outcomes()) {
            String event = outcome.eventValue().isEmpty() ? "" : ", event " + outcome.eventValue();
            String levels = outcome.levels().isEmpty() ? "" : ", " + StatedSettings.levels(outcome);
            stated.put("outcome." + outcome.name(), outcome.kind().id() + event + levels);
        }
        imported.covariates()
                .forEach(covariate -> stated.put("covariate." + covariate.name(), CovariateOptions.words(covariate)));
        joined(stated, "by", data.by());
        joined(stated, "stratify", data.stratify());
        joined(stated, "adjust", data.adjust());
        joined(stated, "cluster", data.cluster().stream().toList());
        joined(stated, "where", data.whereTexts());
        joined(stated, "methods", estimation.methods());
        return stated;
    }

    private static void joined(Map<String, Object> stated, String name, List<String> values) {
        if (!values.isEmpty()) {
            stated.put(name, String.join(",", values));
        }
    }
}
