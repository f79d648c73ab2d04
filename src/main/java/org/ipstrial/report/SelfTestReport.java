package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipstrial.ard.Numbers;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.report.Block.Align;
import org.ipstrial.selftest.Check;
import org.ipstrial.selftest.CheckedMethod;
import org.ipstrial.selftest.SelfTest;

/** Whether this installation gives the published numbers, method by method; in English, as the sources are. */
public final class SelfTestReport {

    private SelfTestReport() {}

    /**
     * The page.
     *
     * @param installation what was tried, and where: program, file, Java, platform
     */
    public static Report of(SelfTest test, Map<String, String> installation) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Does this installation give the published numbers?"));
        blocks.add(new Block.Paragraph(verdict(test)));
        blocks.add(new Block.Table(
                List.of(),
                List.of(Align.LEFT, Align.LEFT),
                installation.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList()));
        if (!test.failures().isEmpty()) {
            blocks.add(new Block.Heading(2, "What does not agree"));
            test.failures().forEach(check -> blocks.add(new Block.Paragraph(failure(check))));
        }
        blocks.add(new Block.Heading(2, "Methods"));
        blocks.add(
                new Block.Paragraph("Numbers: how many were tried. Digits: in how many leading digits the worst and the"
                        + " best of them agree, 15 at most; a number printed with four digits cannot agree in more than some"
                        + " four."));
        blocks.add(methods(test));
        blocks.add(new Block.Heading(2, "Sources"));
        for (CheckedMethod method : test.methods()) {
            List<String> sources = new ArrayList<>();
            method.sources().forEach((source, numbers) -> sources.add(source + " (" + numbers + ")"));
            blocks.add(new Block.Paragraph(name(method) + ": " + String.join("; ", sources) + "."));
        }
        return new Report(blocks);
    }

    private static String verdict(SelfTest test) {
        int failed = test.failures().size();
        long unchecked = test.methods().stream()
                .filter(method -> method.checks().isEmpty())
                .count();
        String of = test.numbers() + " numbers of " + test.methods().size() + " methods";
        if (test.passed()) {
            return "Yes: all " + of + " agree with their sources.";
        }
        String without = unchecked == 0 ? "" : " " + unchecked + " methods have no numbers to be tried on.";
        return "No: " + failed + " of " + of + " do not agree with their sources." + without;
    }

    private static Block methods(SelfTest test) {
        List<List<String>> rows = new ArrayList<>();
        for (CheckedMethod method : test.methods()) {
            rows.add(List.of(
                    name(method),
                    Integer.toString(method.checks().size()),
                    Integer.toString(method.sources().size()),
                    digits(method.fewestDigits()) + " to " + digits(method.mostDigits()),
                    method.passed() ? "agrees" : "FAILS"));
        }
        return new Block.Table(
                List.of("", "numbers", "sources", "digits", ""),
                List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT),
                rows);
    }

    private static String name(CheckedMethod method) {
        String id = method.method().id();
        String measure = MethodsReport.title(method.family());
        return id.isEmpty() ? measure : measure + ": " + id;
    }

    private static String digits(double digits) {
        return String.format(Locale.ROOT, "%.1f", digits);
    }

    private static String failure(Check check) {
        ReferenceValue value = check.value();
        String method = value.method().isEmpty() ? value.measure() : value.measure() + " " + value.method();
        String got = check.got().isEmpty()
                ? "nothing (" + check.why() + ")"
                : number(check.got().getAsDouble());
        return method + " of " + value.input() + " at level " + Numbers.print(value.level()) + ", " + value.statistic()
                + ": wanted " + number(value.expected()) + " within " + number(value.tolerance()) + ", got " + got
                + ". "
                + value.source();
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "no bound above" : "no bound below") : Numbers.print(value);
    }
}
