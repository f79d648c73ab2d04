package org.ipstrial.render.cards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.render.JsonText;

/**
 * A released table as JSON for R's package cards: a list of rows, each with the columns of its class {@code card} in their
 * order ({@code fmt_fun}, which was {@code fmt_fn} before cards 0.6.1), and after them what else tells the rows apart. Every
 * row has every column; what is not there is null.
 */
public final class CardsRenderer {

    private static final JsonFactory FACTORY = new JsonFactory();

    private CardsRenderer() {}

    /** The table as JSON, a row a line. */
    public static String render(ReleasedTable released) {
        List<CardsRow> rows = CardsRows.of(released.table());
        int groups = Math.max(
                1, rows.stream().mapToInt(row -> row.groups().size() / 2).max().orElse(1));
        StringWriter text = new StringWriter();
        text.append("[\n");
        for (int i = 0; i < rows.size(); i++) {
            try (JsonGenerator json = FACTORY.createGenerator(text)) {
                row(json, rows.get(i), groups);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            text.append(i + 1 < rows.size() ? ",\n" : "\n");
        }
        return JsonText.inert(text.append("]\n").toString());
    }

    private static void row(JsonGenerator json, CardsRow row, int groups) throws IOException {
        json.writeStartObject();
        for (int group = 0; group < groups; group++) {
            boolean there = 2 * group < row.groups().size()
                    && !row.groups().get(2 * group).isEmpty();
            json.writeFieldName("group" + (group + 1));
            value(json, there ? row.groups().get(2 * group) : null);
            json.writeFieldName("group" + (group + 1) + "_level");
            value(json, there ? row.groups().get(2 * group + 1) : null);
        }
        json.writeStringField("variable", row.variable());
        json.writeFieldName("variable_level");
        value(json, row.variableLevel());
        json.writeStringField("context", row.context());
        json.writeStringField("stat_name", row.stat().name());
        json.writeStringField("stat_label", CardsLabels.of(row.stat().name()));
        json.writeFieldName("stat");
        value(json, row.stat().value());
        json.writeFieldName("fmt_fun");
        value(json, row.stat().format());
        // A number that does not exist is data in cards too: why stands where R would have the error.
        boolean lacking = row.stat().value() == null;
        json.writeFieldName("warning");
        value(json, lacking || row.note().isEmpty() ? null : row.note());
        json.writeFieldName("error");
        value(json, lacking ? row.note() : null);
        about(json, row);
        json.writeEndObject();
    }

    private static void about(JsonGenerator json, CardsRow row) throws IOException {
        ResultKey key = row.key();
        json.writeStringField("analysis", key.analysis());
        json.writeStringField("analysis_set", key.analysisSet());
        json.writeStringField("missing_rule", key.missingRule());
        json.writeStringField("timepoint", key.timepoint());
        json.writeStringField("reference", key.reference());
        json.writeStringField("term", key.term());
        json.writeStringField("method", key.method());
        json.writeStringField("status", row.status());
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(Numbers.print(number));
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
