package org.ipstrial.cli;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.render.DisclosureCsv;
import org.ipstrial.render.HtmlRenderer;
import org.ipstrial.render.figures.FigureFile;
import org.ipstrial.report.NamedFigure;

/** The files of a report: a page in each form, the results as data, and each figure by itself with what it draws. */
final class ReportFiles {

    /** The results as JSON, by which a later check tells what moved. */
    static final String RESULTS = "results.json";

    private static final String FOLDER = "figures/";

    private ReportFiles() {}

    /**
     * The text of each file by name, in order.
     *
     * @param title  what a browser shows in its tab
     * @param prefix what each name begins with
     */
    static Map<String, String> of(List<Format> formats, ReportRun.Outcome outcome, String title, String prefix) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Format format : formats) {
            files.put(
                    prefix + name(format),
                    format == Format.HTML
                            ? HtmlRenderer.render(outcome.report(), title)
                            : format.render(outcome.released(), any -> outcome.report()));
        }
        if (outcome.released().table().settings().containsKey("min-cell")) {
            files.put(prefix + "disclosure.csv", DisclosureCsv.render(outcome.released()));
        }
        for (NamedFigure named : outcome.figures()) {
            Optional<FigureFile> figure =
                    FigureFile.of(named.figure(), outcome.report().language());
            figure.ifPresent(file -> {
                String name = free(files, FOLDER + prefix + plain(named.analysis()) + "-" + file.kind());
                files.put(name + ".svg", file.svg());
                files.put(name + ".csv", file.csv());
            });
        }
        return files;
    }

    private static String name(Format format) {
        if (format == Format.ARD) {
            return "results-ard." + format.extension();
        }
        return (format.isPage() ? "report." : "results.") + format.extension();
    }

    /** The name of an analysis in letters that every file system and locale can write. */
    static String plain(String name) {
        String letters = Normalizer.normalize(
                        name.replace("æ", "ae")
                                .replace("ø", "oe")
                                .replace("Æ", "Ae")
                                .replace("Ø", "Oe"),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9_]+", "-");
        return letters.equals("-") ? "analysis" : letters;
    }

    /** The name, with a number where it is taken. */
    private static String free(Map<String, String> files, String name) {
        String free = name;
        for (int number = 2; files.containsKey(free + ".svg"); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** The bytes of a text. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
