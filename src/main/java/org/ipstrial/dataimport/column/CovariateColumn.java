package org.ipstrial.dataimport.column;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.dataimport.CovariateRequest;
import org.ipstrial.dataimport.OutcomeRequest;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.NumberText;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.outcome.OutcomeKind;

/**
 * A column of what was known at the start. Without word from the user, numbers are an amount and everything else is a
 * category; a few different whole numbers may be either, and are refused.
 */
public final class CovariateColumn {

    /** So many different whole numbers, or fewer, may be codes, where people share them. */
    static final int FEW_NUMBERS = 9;

    /** So many levels, or fewer, are a category even where few people share them. */
    private static final int FEW_LEVELS = 12;

    private final RawColumn column;
    private final CovariateRequest request;
    private final Optional<List<String>> labels;
    private final Optional<Character> decimal;
    private final MissingWords missing;
    private final Findings findings;

    private CovariateColumn(
            RawColumn column,
            CovariateRequest request,
            Optional<List<String>> labels,
            Optional<Character> decimal,
            MissingWords missing,
            Findings findings) {
        this.column = column;
        this.request = request;
        this.labels = labels;
        this.decimal = decimal;
        this.missing = missing;
        this.findings = findings;
    }

    /**
     * Reads a covariate.
     *
     * @param column   its column
     * @param request  what the user says of it
     * @param labels   its labels, where it was read as labels already and what is wrong with them is told
     * @param decimal  the decimal mark, if the user says it
     * @param missing  what counts as missing
     * @param findings what is found
     * @return the covariate, or nothing where it is refused
     */
    public static Optional<ReadCovariate> read(
            RawColumn column,
            CovariateRequest request,
            Optional<List<String>> labels,
            Optional<Character> decimal,
            MissingWords missing,
            Findings findings) {
        return new CovariateColumn(column, request, labels, decimal, missing, findings).read();
    }

    private Optional<ReadCovariate> read() {
        boolean ofMany = request.kind().equals(Optional.of(CovariateRequest.Kind.AMOUNT_OF_MANY));
        if (request.kind().isPresent() && !ofMany) {
            return request.kind().get() == CovariateRequest.Kind.AMOUNT ? amount() : category();
        }
        String[] known = new String[column.rows()];
        for (int row = 0; row < known.length; row++) {
            String plain = CellText.plain(column.cell(row));
            known[row] = missing.isMissing(plain) ? null : plain;
        }
        long people = count(known);
        Values values = Values.of(known, decimal);
        if (ofMany) {
            boolean many =
                    people > 0 && numbers(known) == people && !values.areYesAndNo() && !mayBeCodes(values, people);
            return many ? amount() : Optional.empty();
        }
        if (people > 0 && (values.areYesAndNo() || 2 * numbers(known) < people)) {
            return category();
        }
        return people > 0 && mayBeCodes(values, people) ? refused(values) : amount();
    }

    private static boolean mayBeCodes(Values values, long known) {
        return values.areTwoNumbers()
                || (values.areWholeNumbers(FEW_NUMBERS)
                        && known >= 2L * values.keys().size());
    }

    private Optional<ReadCovariate> refused(Values values) {
        findings.add(FindingCode.E290, column.whole(), values.keys().size(), values.counts(), request.column());
        return Optional.empty();
    }

    private Optional<ReadCovariate> amount() {
        OutcomeRequest amount = new OutcomeRequest(column.name(), Optional.of(OutcomeKind.AMOUNT), Optional.empty());
        return OutcomeColumn.read(column, amount, decimal, missing, findings)
                .map(read -> new ReadCovariate(Covariate.amount(request.name()), List.of(), read.amounts()));
    }

    private Optional<ReadCovariate> category() {
        List<String> read = labels.orElseGet(() -> Labels.read(column, request.codes(), missing, findings));
        String[] known = read.toArray(String[]::new);
        Values values = Values.of(known, decimal);
        if (request.codes().isPresent()) {
            return Optional.of(coded(read, request.codes().get().labels()));
        }
        if (values.spellings().isEmpty()) {
            findings.add(FindingCode.E235, column.whole(), column.rows());
            return Optional.empty();
        }
        if (values.areYesAndNo()) {
            return Optional.of(yesNo(read, values));
        }
        int levels = values.spellings().size();
        if (values.areMany() || (levels > FEW_LEVELS && 2L * levels > count(known))) {
            String number = (values.areMany() ? "more than " : "") + levels;
            findings.add(FindingCode.E291, column.whole(), number, count(known));
            return Optional.empty();
        }
        Covariate covariate =
                new Covariate(request.name(), List.copyOf(values.spellings().keySet()), "");
        return Optional.of(new ReadCovariate(covariate, read, new double[0]));
    }

    /** The levels are the plan's, whether anybody is at them or not. */
    private ReadCovariate coded(List<String> labels, List<String> levels) {
        Values values = Values.of(levels.toArray(String[]::new), Optional.empty());
        boolean yesNo = levels.size() == 2 && values.areYesAndNo();
        String event = levels.stream()
                .filter(level -> yesNo && Values.isYes(values.key(level)))
                .findFirst()
                .orElse("");
        return new ReadCovariate(new Covariate(request.name(), levels, event), labels, new double[0]);
    }

    /** Both levels are there, whether anybody is at them or not, in one spelling. */
    private ReadCovariate yesNo(List<String> labels, Values values) {
        String any = values.keys().keySet().iterator().next();
        String yes = Values.isYes(any) ? any : Values.yesOf(any);
        Map<String, String> keyOf =
                values.spellings().keySet().stream().collect(Collectors.toMap(spelling -> spelling, values::key));
        List<String> keys = labels.stream().map(keyOf::get).toList();
        Covariate covariate = new Covariate(request.name(), List.of(yes, Values.noOf(yes)), yes);
        return new ReadCovariate(covariate, keys, new double[0]);
    }

    private static long count(String[] known) {
        return Arrays.stream(known).filter(Objects::nonNull).count();
    }

    private static long numbers(String[] known) {
        return Arrays.stream(known)
                .filter(cell -> cell != null && NumberText.formOf(cell) != NumberText.Form.WORD)
                .count();
    }
}
