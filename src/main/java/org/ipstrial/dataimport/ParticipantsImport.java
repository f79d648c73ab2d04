package org.ipstrial.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipstrial.dataimport.column.CovariateColumn;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.dataimport.column.Ids;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.OutcomeColumn;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.column.ReadCovariate;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.column.SumColumns;
import org.ipstrial.dataimport.history.HistoryImport;
import org.ipstrial.dataimport.history.HistoryRequest;
import org.ipstrial.dataimport.history.Records;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataset.Participants;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.FollowUpState;
import org.ipstrial.outcome.SumOf;

/**
 * Reads a participants file: one row for each person. Each step looks at everything it can and only then gives up, so
 * that one run tells all that must be mended; a later step starts only on what the earlier one could read.
 */
public final class ParticipantsImport {

    private final ReadOptions options;
    private final ParticipantsRequest request;
    private final Findings findings;
    private final MissingWords missing;
    private final Optional<EventTimes> times;
    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    private ParticipantsImport(ReadOptions options, ParticipantsRequest request, Optional<EventTimes> times) {
        this.times = times;
        this.options = options;
        this.request = request;
        this.findings = new Findings(request.allowed());
        this.missing = new MissingWords(options.missing());
    }

    /**
     * Reads and checks the file.
     *
     * @param source  where its bytes come from
     * @param options what the user says about it
     * @param request what is wanted of it
     * @return the people with the wanted columns
     * @throws RefusedException with everything that was found, if any of it refuses
     */
    public static ImportedParticipants read(DataSource source, ReadOptions options, ParticipantsRequest request) {
        return new ParticipantsImport(options, request, Optional.empty()).read(source);
    }

    /**
     * The same where some of the columns are times to an event and must agree with each other.
     *
     * @param times columns that the request asks for too
     */
    public static ImportedParticipants read(
            DataSource source, ReadOptions options, ParticipantsRequest request, EventTimes times) {
        return new ParticipantsImport(options, request, Optional.of(times)).read(source);
    }

    private ImportedParticipants read(DataSource source) {
        OpenedFile file = OpenedFile.of(source, options, findings);
        RawTable table = table(file);
        List<String> arms = arms(table);
        List<String> ids = ids(table, arms);
        otherLabels(table);
        List<ReadOutcome> outcomes = outcomes(table);
        times.ifPresent(columns -> columns.check(table, outcomes, labels, findings));
        request.times().forEach((name, columns) -> new TimesColumns(table, options.decimal(), missing, findings)
                .read(name, columns)
                .ifPresent(outcomes::add));
        List<ReadCovariate> covariates = covariates(table);
        sums(table, outcomes, covariates);
        findings.throwIfRefused();
        Optional<HistoryImport.Read> history = request.history().map(wanted -> history(wanted, table, ids));
        history.ifPresent(read -> {
            outcomes.addAll(read.outcomes());
            if (!read.states().isEmpty()) {
                labels.put(
                        HistoryRequest.STATES,
                        read.states().stream().map(FollowUpState::id).toList());
            }
        });

        Participants.Builder participants = Participants.withIds(ids);
        labels.forEach(participants::labels);
        request.labels()
                .forEach(label -> label.codes().ifPresent(codes -> participants.inOrder(label.name(), codes.labels())));
        outcomes.forEach(outcome -> outcome.addTo(participants));
        covariates.forEach(covariate -> covariate.addTo(participants));
        return new ImportedParticipants(
                participants.build(),
                outcomes.stream().map(ReadOutcome::definition).toList(),
                covariates.stream().map(ReadCovariate::definition).toList(),
                Optional.of(request)
                        .filter(ParticipantsRequest::records)
                        .map(any -> history.map(HistoryImport.Read::records).orElseGet(() -> Records.of(ids))),
                file.sha256(),
                history.map(HistoryImport.Read::files).orElse(List.of()),
                table.rows(),
                findings);
    }

    private HistoryImport.Read history(HistoryRequest wanted, RawTable table, List<String> ids) {
        return HistoryImport.read(
                wanted,
                table.column(request.idColumn()).orElseThrow(),
                ids,
                table.column(wanted.randomisedOn().value()).orElseThrow(),
                missing,
                findings);
    }

    private RawTable table(OpenedFile file) {
        WantedColumns wanted = WantedColumns.of(
                request.idColumn(),
                request.arm().column(),
                Stream.concat(
                                request.labels().stream().map(LabelRequest::column),
                                Stream.concat(
                                        request.covariates().stream().map(CovariateRequest::column),
                                        request.history().stream().map(history -> history.randomisedOn()
                                                .value())))
                        .toList(),
                Stream.concat(
                                request.outcomes().stream().map(OutcomeRequest::column),
                                request.times().values().stream().flatMap(times -> times.columns().stream()))
                        .toList(),
                request.advice());
        return file.table(wanted, options, findings);
    }

    private List<String> arms(RawTable table) {
        LabelRequest arm = request.arm();
        Optional<RawColumn> column = table.column(arm.column());
        column.ifPresent(cells ->
                labels.put(arm.name(), Labels.arms(cells, arm.codes(), request.oneArmWillDo(), missing, findings)));
        return labels.getOrDefault(arm.name(), List.of());
    }

    private List<String> ids(RawTable table, List<String> arms) {
        Optional<RawColumn> column = table.column(request.idColumn());
        if (column.isEmpty()) {
            return List.of();
        }
        PersonalNumbers.checkIds(column.get(), findings);
        return Ids.read(column.get(), arms, missing, findings);
    }

    private void otherLabels(RawTable table) {
        for (LabelRequest label : request.labels()) {
            if (!labels.containsKey(label.name())) {
                table.column(label.column())
                        .ifPresent(column ->
                                labels.put(label.name(), Labels.read(column, label.codes(), missing, findings)));
            }
        }
    }

    private List<ReadOutcome> outcomes(RawTable table) {
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (OutcomeRequest outcome : request.outcomes()) {
            table.column(outcome.column())
                    .flatMap(column -> OutcomeColumn.read(column, outcome, options.decimal(), missing, findings))
                    .map(read -> read.named(outcome.name()))
                    .ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private List<ReadCovariate> covariates(RawTable table) {
        List<ReadCovariate> covariates = new ArrayList<>();
        for (CovariateRequest covariate : request.covariates()) {
            table.column(covariate.column())
                    .flatMap(column -> CovariateColumn.read(
                            column, covariate, labelsOf(covariate), options.decimal(), missing, findings))
                    .ifPresent(covariates::add);
        }
        return covariates;
    }

    private void sums(RawTable table, List<ReadOutcome> outcomes, List<ReadCovariate> covariates) {
        for (SumOf sum : request.sums()) {
            SumColumns columns = new SumColumns(sum, covariates, findings);
            for (OutcomeRequest wanted : request.outcomes()) {
                outcomes.stream()
                        .filter(read -> wanted.name().equals(sum.name())
                                && read.definition().name().equals(sum.name()))
                        .forEach(read ->
                                columns.check(table.column(wanted.column()).orElseThrow(), read));
            }
            for (CovariateRequest wanted : request.covariates()) {
                covariates.stream()
                        .filter(read -> wanted.name().equals(sum.name())
                                && read.definition().name().equals(sum.name()))
                        .forEach(read ->
                                columns.check(table.column(wanted.column()).orElseThrow(), read));
            }
        }
    }

    /** The labels of a covariate that is a column of labels too. */
    private Optional<List<String>> labelsOf(CovariateRequest covariate) {
        return request.labels().stream()
                .filter(label -> label.column().equals(covariate.column())
                        && label.codes().equals(covariate.codes()))
                .map(label -> labels.get(label.name()))
                .findFirst();
    }
}
