package org.ipstrial.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ipstrial.ard.Numbers;
import org.ipstrial.catalogue.ReferenceValue;
import org.ipstrial.finding.SheetText;
import org.ipstrial.selftest.Check;
import org.ipstrial.selftest.CheckedMethod;
import org.ipstrial.selftest.SelfTest;

/** The log of a self-test for the file that qualifies an installation: every number with its source. */
public final class SelfTestLog {

    /** Name and version of the shape. */
    public static final String SCHEMA = "ipstrial/selftest/1";

    /** The columns of the CSV, and the names of a check in the JSON. */
    public static final List<String> COLUMNS = List.of(
            "measure",
            "method",
            "input",
            "level",
            "statistic",
            "expected",
            "tolerance",
            "got",
            "digits",
            "passed",
            "why",
            "source");

    private static final JsonFactory FACTORY = new JsonFactory();

    private SelfTestLog() {}

    /** All checks as CSV with a header line. */
    public static String csv(SelfTest test) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(COLUMNS.toArray(String[]::new))
                .setRecordSeparator("\n")
                .get();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Check check : checks(test)) {
                ReferenceValue value = check.value();
                printer.printRecord(
                        value.measure(),
                        value.method(),
                        SheetText.cell(value.input()),
                        Numbers.print(value.level()),
                        value.statistic(),
                        number(value.expected()),
                        number(value.tolerance()),
                        check.got().isPresent() ? number(check.got().getAsDouble()) : "",
                        digits(check),
                        check.passed(),
                        SheetText.cell(check.why()),
                        SheetText.cell(value.source()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * All checks as one object, a check to a line.
     *
     * @param installation what was tried, and where
     */
    public static String json(SelfTest test, Map<String, String> installation) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new LinePrinter());
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeObjectFieldStart("installation");
            for (Map.Entry<String, String> entry : installation.entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeBooleanField("passed", test.passed());
            json.writeNumberField("numbers", test.numbers());
            json.writeNumberField("failed", test.failures().size());
            json.writeArrayFieldStart("checks");
            for (Check check : checks(test)) {
                check(json, check);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonText.inert(text.append('\n').toString());
    }

    private static void check(JsonGenerator json, Check check) throws IOException {
        ReferenceValue value = check.value();
        json.writeStartObject();
        json.writeStringField("measure", value.measure());
        json.writeStringField("method", value.method());
        json.writeStringField("input", value.input());
        json.writeFieldName("level");
        json.writeNumber(Numbers.print(value.level()));
        json.writeStringField("statistic", value.statistic());
        number(json, "expected", value.expected());
        number(json, "tolerance", value.tolerance());
        if (check.got().isPresent()) {
            number(json, "got", check.got().getAsDouble());
        } else {
            json.writeNullField("got");
        }
        json.writeFieldName("digits");
        json.writeNumber(digits(check));
        json.writeBooleanField("passed", check.passed());
        json.writeStringField("why", check.why());
        json.writeStringField("source", value.source());
        json.writeEndObject();
    }

    /** JSON has no infinity: a limit without bound is a text. */
    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isInfinite(value)) {
            json.writeStringField(name, number(value));
        } else {
            json.writeFieldName(name);
            json.writeNumber(Numbers.print(value));
        }
    }

    private static List<Check> checks(SelfTest test) {
        List<Check> checks = new ArrayList<>(test.astray());
        test.methods().stream().map(CheckedMethod::checks).forEach(checks::addAll);
        return checks;
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? (value > 0 ? "Inf" : "-Inf") : Numbers.print(value);
    }

    private static String digits(Check check) {
        return BigDecimal.valueOf(check.digits()).setScale(1, RoundingMode.DOWN).toPlainString();
    }
}
