package org.ipstrial.stats.nist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that NIST certifies of the sets that can be made by a formula. */
final class MadeSetsCertified {

    private MadeSetsCertified() {}

    static Map<String, Map<String, Double>> read() {
        try (InputStream in = MadeSetsCertified.class.getResourceAsStream("/nist/certified.csv")) {
            Map<String, Map<String, Double>> certified = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> certified
                            .computeIfAbsent(cells[0], any -> new LinkedHashMap<>())
                            .put(cells[1], Double.valueOf(cells[2])));
            return certified;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
