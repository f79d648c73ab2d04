package org.ipstrial.dataimport.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ipstrial.dataimport.DataSource;
import org.ipstrial.dataimport.OpenedFile;
import org.ipstrial.dataimport.ReadOptions;
import org.ipstrial.dataimport.table.ColumnNames;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.dataimport.text.MissingWords;
import org.ipstrial.dataimport.text.Shown;
import org.ipstrial.dataset.claims.ArmClaim;
import org.ipstrial.dataset.claims.Claims;
import org.ipstrial.dataset.claims.EffectClaim;
import org.ipstrial.dataset.claims.EffectKind;
import org.ipstrial.dataset.claims.Printed;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Reads a claims table: one row for what a report says of an arm, of all arms together, or of an effect. */
public final class ClaimsImport {

    private static final String REPORT = "report";
    private static final List<String> OPTIONAL = List.of(
            "outcome",
            "arm",
            "reference",
            "randomised",
            "n",
            "events",
            "percent",
            "mean",
            "sd",
            "items",
            "measure",
            "estimate",
            "conf_low",
            "conf_high",
            "p");

    private final RawTable table;
    private final MissingWords missing;
    private final char decimal;
    private final Findings findings;
    private final List<ArmClaim> arms = new ArrayList<>();
    private final List<EffectClaim> effects = new ArrayList<>();
    private final Map<List<String>, Long> lines = new LinkedHashMap<>();
    private final List<EffectRow> effectRows = new ArrayList<>();

    private record EffectRow(EffectClaim claim, Location where) {}

    private ClaimsImport(RawTable table, ReadOptions options, Findings findings) {
        this.table = table;
        this.missing = new MissingWords(options.missing());
        this.decimal = options.decimal().orElse('.');
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param allowed the codes that the user accepts
     * @throws org.ipstrial.finding.RefusedException with everything that is wrong
     */
    public static ImportedClaims read(DataSource source, ReadOptions options, Set<FindingCode> allowed) {
        Findings findings = new Findings(allowed);
        OpenedFile opened = OpenedFile.of(source, options, findings);
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(REPORT, "name the column of reports 'report'");
        List<String> present = ColumnNames.of(opened.text(), opened.dialect());
        OPTIONAL.stream().filter(present::contains).forEach(name -> wanted.put(name, "correct the file"));
        RawTable table = opened.table(new WantedColumns(REPORT, wanted), options, findings);
        findings.throwIfRefused();
        ClaimsImport reading = new ClaimsImport(table, options, findings);
        for (int row = 0; row < table.rows(); row++) {
            reading.row(row);
        }
        reading.effectRows.forEach(reading::effect);
        findings.throwIfRefused();
        return new ImportedClaims(new Claims(reading.arms, reading.effects), table.rows(), opened.sha256(), findings);
    }

    private void row(int row) {
        Location where = table.column(REPORT).orElseThrow().at(row);
        String report = text(REPORT, row);
        if (report.isEmpty()) {
            findings.add(FindingCode.E285, where, "an empty cell", "the name of the report", "write it in");
        }
        ArmClaim arm = new ArmClaim(
                report,
                text("outcome", row),
                text("arm", row),
                count("randomised", row),
                count("n", row),
                count("events", row),
                printed("percent", row, this::percentage, PrintedText.WANTED_PERCENTAGE),
                printed("mean", row, this::number, PrintedText.WANTED_NUMBER),
                printed("sd", row, this::spread, PrintedText.WANTED_NUMBER + ", not below zero"),
                count("items", row));
        EffectRow effect = effectRow(row, report);
        boolean anyEffect = effect.claim().estimate().isPresent()
                || effect.claim().low().isPresent()
                || effect.claim().high().isPresent()
                || effect.claim().p().isPresent();
        if (anyEffect || !text("measure", row).isEmpty()) {
            measure(row);
            effectRows.add(effect);
        }
        if (arm.saysAnything()) {
            once(List.of("arm", report, arm.outcome(), arm.arm()), where);
            arms.add(arm);
        } else if (!anyEffect) {
            findings.add(FindingCode.E288, where);
        }
    }

    private EffectRow effectRow(int row, String report) {
        EffectClaim claim = new EffectClaim(
                report,
                text("outcome", row),
                text("arm", row),
                text("reference", row),
                EffectKind.named(text("measure", row)).orElse(EffectKind.RISK_RATIO),
                printed("estimate", row, this::number, PrintedText.WANTED_NUMBER),
                printed("conf_low", row, this::number, PrintedText.WANTED_NUMBER),
                printed("conf_high", row, this::number, PrintedText.WANTED_NUMBER),
                printed("p", row, cell -> PrintedText.pValue(cell, decimal), PrintedText.WANTED_P));
        return new EffectRow(claim, table.column(REPORT).orElseThrow().at(row));
    }

    private void measure(int row) {
        String name = text("measure", row);
        if (EffectKind.named(name).isEmpty()) {
            Location where = table.column("measure")
                    .map(column -> column.at(row))
                    .orElse(table.column(REPORT).orElseThrow().at(row));
            findings.add(
                    FindingCode.E289,
                    where,
                    name.isEmpty() ? "the effect has no measure" : Shown.value(name) + " is no measure of a claim",
                    String.join(", ", EffectKind.ids()));
        }
    }

    /** Finds the arm that an effect is against, where the report leaves only one. */
    private void effect(EffectRow row) {
        EffectClaim claim = row.claim();
        List<String> others = arms.stream()
                .filter(arm ->
                        arm.report().equals(claim.report()) && arm.outcome().equals(claim.outcome()))
                .map(ArmClaim::arm)
                .filter(arm -> !arm.isEmpty() && !arm.equals(claim.arm()))
                .distinct()
                .toList();
        String reference = claim.reference();
        if (reference.isEmpty() && !claim.arm().isEmpty() && others.size() == 1) {
            reference = others.get(0);
        }
        if (!others.isEmpty() && (claim.arm().isEmpty() || !others.contains(reference))) {
            findings.add(
                    FindingCode.E287,
                    row.where(),
                    claim.arm().isEmpty() ? "which arm is compared" : "which arm it is compared with",
                    Shown.names(others));
            return;
        }
        once(
                List.of(
                        "effect",
                        claim.report(),
                        claim.outcome(),
                        claim.arm(),
                        reference,
                        claim.kind().id()),
                row.where());
        effects.add(new EffectClaim(
                claim.report(),
                claim.outcome(),
                claim.arm(),
                reference,
                claim.kind(),
                claim.estimate(),
                claim.low(),
                claim.high(),
                claim.p()));
    }

    private void once(List<String> what, Location where) {
        Long before = lines.putIfAbsent(what, where.line());
        if (before != null) {
            findings.add(FindingCode.E286, where, before);
        }
    }

    private Optional<Printed> number(String cell) {
        return PrintedText.number(cell, decimal);
    }

    private Optional<Printed> spread(String cell) {
        return number(cell).filter(printed -> printed.value().signum() >= 0);
    }

    private Optional<Printed> percentage(String cell) {
        return PrintedText.percentage(cell, decimal);
    }

    private Optional<Long> count(String name, int row) {
        Optional<Long> count = cell(name, row, PrintedText::count, PrintedText.WANTED_COUNT);
        if (count.filter(number -> number == 0).isPresent() && !name.equals("events")) {
            refuse(name, row, "a number of at least 1");
            return Optional.empty();
        }
        return count;
    }

    private Optional<Printed> printed(
            String name, int row, Function<String, Optional<Printed>> reading, String wanted) {
        return cell(name, row, reading, wanted);
    }

    private <T> Optional<T> cell(String name, int row, Function<String, Optional<T>> reading, String wanted) {
        String cell = text(name, row);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(cell);
        if (value.isEmpty()) {
            refuse(name, row, wanted);
        }
        return value;
    }

    private void refuse(String name, int row, String wanted) {
        RawColumn column = table.column(name).orElseThrow();
        String advice = decimal == '.' && text(name, row).contains(",")
                ? "give --decimal , if the file is written so"
                : "correct the cell";
        findings.add(FindingCode.E285, column.at(row), Shown.value(text(name, row)), wanted, advice);
    }

    private String text(String name, int row) {
        return table.column(name)
                .map(column -> CellText.plain(column.cell(row)))
                .filter(cell -> !missing.isMissing(cell))
                .orElse("");
    }
}
