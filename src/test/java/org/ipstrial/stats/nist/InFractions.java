package org.ipstrial.stats.nist;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Certified numbers computed anew in fractions of whole numbers, to 25 digits; by set and name. */
final class InFractions {

    private static final Map<String, String> NAMES = Map.of(
            "mean", "mean",
            "sd", "sd",
            "r1", "r1",
            "F", "f",
            "ss_between", "ssModel",
            "ss_within", "ssResidual",
            "r2", "r2",
            "rsd", "sd",
            "beta", "b",
            "se", "se");

    private InFractions() {}

    static Map<String, Double> read(Path file) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                // exact: [ kind / set / exact / number ] or one more level for lists.
                String path = parser.getParsingContext().pathAsPointer().toString();
                String[] parts = path.split("/");
                boolean value = parser.currentToken() == JsonToken.VALUE_STRING
                        || parser.currentToken().isNumeric();
                if (value && parts.length >= 5 && parts[3].equals("exact") && NAMES.containsKey(parts[4])) {
                    int first = parts[2].startsWith("NoInt") ? 1 : 0;
                    String place = parts.length > 5 ? Integer.toString(Integer.parseInt(parts[5]) + first) : "";
                    numbers.put(parts[2] + " " + NAMES.get(parts[4]) + place, Double.valueOf(parser.getText()));
                }
            }
        }
        return numbers;
    }
}
