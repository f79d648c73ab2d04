package org.ipstrial.render.results;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.render.JsonRenderer;

/** Reads a file that {@code --format json} wrote. */
public final class ResultsReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonParser json;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<List<String>, ResultsFile.Row> rows = new LinkedHashMap<>();
    private final Map<String, List<String>> series = new LinkedHashMap<>();
    private String schema = "";
    private String version = "";

    private ResultsReader(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads results.
     *
     * @param file  its name for messages
     * @param bytes all bytes of the file
     * @throws RefusedException if they are no results of this program
     */
    public static ResultsFile read(String file, byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            return new ResultsReader(file, json).read();
        } catch (JsonParseException e) {
            throw RefusedException.of(
                    FindingCode.E460,
                    Location.line(file, Math.max(1, e.getLocation().getLineNr())),
                    "this is no JSON, or it is cut short");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResultsFile read() throws IOException {
        want(json.nextToken() == JsonToken.START_OBJECT, "a JSON object does not stand here");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "schema" -> schema = text();
                case "tool" -> version = texts().getOrDefault("version", "");
                case "inputs" ->
                    each(() -> {
                        Map<String, String> input = texts();
                        inputs.put(input.getOrDefault("file", ""), input.getOrDefault("sha256", ""));
                    });
                case "settings" -> settings.putAll(texts());
                case "results" -> each(this::row);
                case "series" -> each(this::series);
                default -> json.skipChildren();
            }
        }
        want(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "the object does not end here");
        want(schema.equals(JsonRenderer.SCHEMA), "the schema is '" + schema + "' and not " + JsonRenderer.SCHEMA);
        return new ResultsFile(version, inputs, settings, rows, series);
    }

    private interface Part {
        void read() throws IOException;
    }

    private void each(Part part) throws IOException {
        want(json.currentToken() == JsonToken.START_ARRAY, "a list does not stand here");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            part.read();
        }
    }

    private void row() throws IOException {
        Map<String, String> row = texts();
        List<String> key = new ArrayList<>();
        for (String column : ResultsFile.KEY) {
            want(row.containsKey(column), "a result lacks '" + column + "'");
            key.add(row.get(column));
        }
        ResultsFile.Row values = new ResultsFile.Row(
                row.getOrDefault("value", ""),
                row.getOrDefault("unit", ""),
                row.getOrDefault("status", ""),
                row.getOrDefault("note", ""));
        want(rows.put(key, values) == null, "the same result stands here twice");
    }

    private void series() throws IOException {
        want(json.currentToken() == JsonToken.START_OBJECT, "a series does not stand here");
        String name = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("name")) {
                name = text();
            } else if (field.equals("columns")) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String column = name + "." + json.currentName();
                    List<String> points = new ArrayList<>();
                    json.nextToken();
                    each(() -> points.add(text()));
                    series.put(column, points);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** An object whose values are texts, numbers, booleans or nothing. */
    private Map<String, String> texts() throws IOException {
        want(json.currentToken() == JsonToken.START_OBJECT, "an object does not stand here");
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, text());
        }
        return texts;
    }

    private String text() throws IOException {
        want(json.currentToken() != null && json.currentToken().isScalarValue(), "a single value does not stand here");
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private void want(boolean so, String otherwise) {
        if (!so) {
            throw RefusedException.of(
                    FindingCode.E460,
                    Location.line(file, Math.max(1, json.currentLocation().getLineNr())),
                    otherwise);
        }
    }
}
