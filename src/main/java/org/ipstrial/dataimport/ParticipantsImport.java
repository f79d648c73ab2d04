package org.ipstrial.dataimport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.dataimport.bytes.Decoding;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.dataimport.column.Ids;
import org.ipstrial.dataimport.column.Labels;
import org.ipstrial.dataimport.column.OutcomeColumn;
import org.ipstrial.dataimport.column.PersonalNumbers;
import org.ipstrial.dataimport.column.ReadOutcome;
import org.ipstrial.dataimport.table.Dialect;
import org.ipstrial.dataimport.table.LexicalCheck;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.TableReader;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataset.Participants;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeDefinition;

/**
 * Reads a participants file: one row for each person. Each step looks at everything it can and only then gives up, so
 * that one run tells all that must be mended; a later step starts only on what the earlier one could read.
 */
public final class ParticipantsImport {

    private final ReadOptions options;
    private final ParticipantsRequest request;
    private final Findings findings;
    private final MissingWords missing;
    private final Map<String, List<String>> labels = new LinkedHashMap<>();

    private ParticipantsImport(ReadOptions options, ParticipantsRequest request) {
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
        return new ParticipantsImport(options, request).read(source);
    }

    private ImportedParticipants read(DataSource source) {
        RawBytes raw = RawBytes.read(source);
        RawTable table = table(source.name(), raw.bytes());
        List<String> arms = arms(table);
        List<String> ids = ids(table, arms);
        otherLabels(table);
        List<ReadOutcome> outcomes = outcomes(table);
        findings.throwIfRefused();

        Participants.Builder participants = Participants.withIds(ids);
        labels.forEach(participants::labels);
        outcomes.forEach(outcome -> outcome.addTo(participants));
        List<OutcomeDefinition> definitions =
                outcomes.stream().map(ReadOutcome::definition).toList();
        return new ImportedParticipants(participants.build(), definitions, raw.sha256(), table.rows(), findings);
    }

    private RawTable table(String file, byte[] bytes) {
        String text = Decoding.decode(file, bytes, options.encoding(), findings);
        findings.throwIfRefused();
        Dialect dialect = Dialect.of(file, text, options, findings);
        findings.throwIfRefused();
        LexicalCheck.check(file, text, dialect, findings);
        findings.throwIfRefused();
        List<String> outcomeNames =
                request.outcomes().stream().map(OutcomeRequest::column).toList();
        WantedColumns wanted =
                WantedColumns.of(request.idColumn(), request.armColumn(), request.labelColumns(), outcomeNames);
        RawTable table = new TableReader(file, text, dialect, wanted, findings).read(options.maxRows());
        // What a part of the rows holds says nothing of the whole.
        if (table.rows() == 0 || findings.count(FindingCode.E138) > 0) {
            findings.throwIfRefused();
        }
        return table;
    }

    private List<String> arms(RawTable table) {
        Optional<RawColumn> column = table.column(request.armColumn());
        column.ifPresent(arm -> labels.put(arm.name(), Labels.arms(arm, missing, findings)));
        return labels.getOrDefault(request.armColumn(), List.of());
    }

    private List<String> ids(RawTable table, List<String> arms) {
        Optional<RawColumn> column = table.column(request.idColumn());
        if (column.isEmpty()) {
            return List.of();
        }
        PersonalNumbers.foundInIds(column.get(), findings);
        return Ids.read(column.get(), arms, missing, findings);
    }

    private void otherLabels(RawTable table) {
        for (String name : request.labelColumns()) {
            if (!labels.containsKey(name)) {
                table.column(name).ifPresent(column -> labels.put(name, Labels.read(column, missing, findings)));
            }
        }
    }

    private List<ReadOutcome> outcomes(RawTable table) {
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (OutcomeRequest outcome : request.outcomes()) {
            table.column(outcome.column())
                    .flatMap(column -> OutcomeColumn.read(column, outcome, options.decimal(), missing, findings))
                    .ifPresent(outcomes::add);
        }
        return outcomes;
    }
}
