package org.ipstrial.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.ReleasedTable;

/** A released table as one JSON object, a result to a line, so that a line-by-line difference says what moved. */
public final class JsonRenderer {

    /** Name and version of the shape. */
    public static final String SCHEMA = "ipstrial/results/1";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private JsonRenderer(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The table as JSON.
     *
     * @param version the program's version
     */
    public static String render(ReleasedTable released, String version) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new LinePrinter());
            new JsonRenderer(json).object(released.table(), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JsonText.inert(text.append('\n').toString());
    }

    private void object(ResultTable table, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "ipstrial");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeStringField("command", table.command());
        json.writeArrayFieldStart("inputs");
        for (InputFile input : table.inputs()) {
            input(input);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, Object> setting : table.settings().entrySet()) {
            json.writeFieldName(setting.getKey());
            value(setting.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (Result result : table.results()) {
            result(result);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        for (Series series : table.series()) {
            series(series);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Remark remark : table.findings()) {
            remark(remark);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void input(InputFile input) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", input.file());
        json.writeStringField("sha256", input.sha256());
        json.writeNumberField("rows", input.rows());
        json.writeEndObject();
    }

    private void result(Result result) throws IOException {
        for (Map.Entry<Statistic, Cell> entry : result.cells().entrySet()) {
            Cell cell = entry.getValue();
            json.writeStartObject();
            json.writeStringField("analysis", result.key().analysis());
            json.writeStringField("analysis_set", result.key().analysisSet());
            json.writeStringField("missing_rule", result.key().missingRule());
            json.writeStringField("outcome", result.key().outcome());
            json.writeStringField("timepoint", result.key().timepoint());
            json.writeStringField("group", result.key().group());
            json.writeStringField("reference", result.key().reference());
            json.writeStringField("stratum", result.key().stratum());
            json.writeStringField("term", result.key().term());
            json.writeStringField("measure", result.key().measure().id());
            json.writeStringField("method", result.key().method());
            json.writeStringField("statistic", entry.getKey().id());
            json.writeFieldName("value");
            if (cell.value().isPresent()) {
                json.writeNumber(Numbers.print(cell.value().getAsDouble()));
            } else {
                json.writeNull();
            }
            json.writeStringField("unit", cell.unit().id());
            json.writeStringField("status", result.status());
            json.writeStringField("note", cell.note());
            json.writeEndObject();
        }
    }

    private void series(Series series) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", series.name());
        json.writeObjectFieldStart("columns");
        for (Map.Entry<String, double[]> column : series.columns().entrySet()) {
            json.writeArrayFieldStart(column.getKey());
            for (double value : column.getValue()) {
                if (Double.isNaN(value)) {
                    json.writeNull();
                } else {
                    json.writeNumber(Numbers.print(value));
                }
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void remark(Remark remark) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", remark.code());
        json.writeStringField("file", remark.file());
        json.writeFieldName("line");
        if (remark.line() > 0) {
            json.writeNumber(remark.line());
        } else {
            json.writeNull();
        }
        json.writeStringField("column", remark.column());
        json.writeStringField("message", remark.message());
        json.writeEndObject();
    }

    private void value(Object setting) throws IOException {
        if (setting instanceof Long number) {
            json.writeNumber(number);
        } else if (setting instanceof Double number) {
            json.writeNumber(Numbers.print(number));
        } else if (setting instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString((String) setting);
        }
    }
}
