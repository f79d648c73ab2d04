package org.ipstrial.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ipstrial.ard.Cell;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.fault.Hostile;
import org.ipstrial.finding.SheetText;
import org.ipstrial.finding.VisibleText;
import org.ipstrial.render.cards.CardsRenderer;
import org.ipstrial.render.figures.FigureFile;
import org.ipstrial.report.Block;
import org.ipstrial.report.Block.Align;
import org.ipstrial.report.CurvePlot;
import org.ipstrial.report.ForestPlot;
import org.ipstrial.report.FunnelPlot;
import org.ipstrial.report.HazardTrendPlot;
import org.ipstrial.report.Language;
import org.ipstrial.report.Report;
import org.ipstrial.report.TippingMap;
import org.ipstrial.report.TracePlot;
import org.ipstrial.report.TrajectoryPlot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Every writer with texts of chance in each place where a name, a label or a unit can stand, whether or not any door lets
 * such a text in: what comes out is well formed, has no element, command or formula of the text, and nothing that cannot be
 * seen. What once went wrong is written again at each build.
 */
class WriterFuzzTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz/writers");
    private static final int RUNS = Integer.getInteger("fault.writers", 400);
    private static final long SEED = Long.getLong("fault.seed", 20120101);
    /** Of the processor, for all forms of one report. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration HANGS = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LATEX = Pattern.compile("\\\\[A-Za-z]+");

    /** What a page holds whose texts are plain. */
    private static final Set<String> ELEMENTS = new TreeSet<>();

    private static final Set<String> COMMANDS = new TreeSet<>(Set.of(
            "\\textbackslash",
            "\\textasciitilde",
            "\\textasciicircum",
            "\\textless",
            "\\textgreater",
            "\\textbar",
            "\\textquotedbl",
            "\\textquotesingle",
            "\\textasciigrave",
            "\\textminus"));

    static {
        try {
            for (String words : List.of("words [b]", "words, many of them ".repeat(100))) {
                Report report = report("plain -1", words);
                Report plain = new Report(report.blocks(), Language.SV, "banner", report.contents());
                note(parsed(HtmlRenderer.render(plain, "plain")), ELEMENTS);
                for (Block block : figures("plain", words)) {
                    note(parsed(FigureFile.of(block, Language.DA).orElseThrow().svg()), ELEMENTS);
                }
                LATEX.matcher(LatexRenderer.render(plain)).results().forEach(command -> COMMANDS.add(command.group()));
            }
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Test
    void whatOnceWentWrongGoesWell() throws Exception {
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> kept = files.sorted().toList();
            assertThat(kept).isNotEmpty();
            for (Path file : kept) {
                String text = JSON.readTree(file.toFile()).asText();
                write(text, "plain");
                write("plain", text);
            }
        }
    }

    @Test
    @Tag("fault")
    void textsOfChanceDoNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < RUNS; i++) {
            String one = Hostile.text(random);
            String other = Hostile.text(random);
            assertTimeoutPreemptively(HANGS, () -> {
                ThreadMXBean thread = ManagementFactory.getThreadMXBean();
                try {
                    write(one, other);
                    assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime()))
                            .isLessThan(LONGEST);
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "with " + JSON.writeValueAsString(List.of(VisibleText.of(one), VisibleText.of(other))), e);
                }
            });
        }
    }

    private static void write(String one, String other) throws Exception {
        Report report = report(one, other);
        markdown(MarkdownRenderer.render(report));
        for (Report page : List.of(report, new Report(report.blocks(), Language.SV, other, report.contents()))) {
            html(HtmlRenderer.render(page, one), page.banner().isEmpty() ? one : other + " - " + one);
            latex(LatexRenderer.render(page));
            assertInert(MarkdownRenderer.render(page));
            assertInert(TextRenderer.render(page));
        }
        for (Block block : figures(one, other)) {
            for (Language language : List.of(Language.EN, Language.DA)) {
                FigureFile file = FigureFile.of(block, language).orElseThrow();
                Set<String> elements = new TreeSet<>();
                note(parsed(file.svg()), elements);
                assertThat(ELEMENTS).as(file.kind()).containsAll(elements);
                assertInert(file.svg());
                sheet(file.csv());
            }
        }
        ReleasedTable released = CellPolicy.NONE.release(table(one, other));
        String csv = CsvRenderer.render(released);
        assertThat(sheet(csv)).hasSize(2);
        assertThat(sheet(csv).get(1).get(5)).isEqualTo(SheetText.cell(one));
        JsonNode json = json(JsonRenderer.render(released, "0.1.0"));
        assertThat(json.at("/results/0/group").asText()).isEqualTo(one);
        assertThat(json.at("/inputs/0/file").asText()).isEqualTo(other);
        json(CardsRenderer.render(released));
        sheet(DisclosureCsv.render(CellPolicy.NONE.release(table(one, other))));
    }

    private static Report report(String one, String other) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Heading(1, one),
                new Block.Heading(2, other),
                new Block.Paragraph(one),
                new Block.Verbatim(List.of(one, other)),
                new Block.Table(
                        List.of("", other),
                        List.of(Align.LEFT, Align.RIGHT),
                        List.of(List.of(one, other), List.of(Block.Table.INDENT + other, "1")))));
        blocks.addAll(figures(one, other));
        return new Report(blocks, Language.EN, "", List.of(new Block.Heading(1, one)));
    }

    private static List<Block> figures(String one, String other) {
        OptionalDouble[] numbers = {OptionalDouble.of(0.5), OptionalDouble.of(0.2), OptionalDouble.of(0.9)};
        List<ForestPlot.Row> wide = List.of(
                new ForestPlot.Row(
                        ForestPlot.Kind.HEADING,
                        other,
                        "",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        List.of()),
                new ForestPlot.Row(
                        ForestPlot.Kind.LEVEL, one, other, numbers[0], numbers[1], numbers[2], List.of(other)));
        List<ForestPlot.Row> rows = wide.stream()
                .map(row -> new ForestPlot.Row(
                        row.kind(), row.label(), row.shown(), row.estimate(), row.low(), row.high(), List.of()))
                .toList();
        double[] times = {1, 2};
        double[] shares = {0.9, 0.5};
        return List.of(
                new ForestPlot(one, other, false, 0, one, other, rows),
                new ForestPlot(
                        one,
                        other,
                        false,
                        0,
                        one,
                        other,
                        List.of(
                                new ForestPlot.Column(one, false, Align.LEFT),
                                new ForestPlot.Column(other, true, Align.RIGHT)),
                        wide),
                new FunnelPlot(
                        one,
                        other,
                        one,
                        other,
                        one,
                        false,
                        new FunnelPlot.Sides(0.5, 0.3, 0.1, 0.9),
                        true,
                        List.of(new FunnelPlot.Study(one, 0.5, 0.1), new FunnelPlot.Study(other, 0.6, 0.2))),
                new CurvePlot(
                        one,
                        other,
                        one,
                        other,
                        false,
                        List.of(
                                new CurvePlot.Arm(one, times, shares, shares, shares, times, times, times),
                                new CurvePlot.Arm(other, times, shares, shares, shares, times, times, times))),
                new TippingMap(
                        one,
                        other,
                        one,
                        other,
                        one,
                        other,
                        one,
                        TippingMap.What.EVENTS,
                        List.of(0.0, 1.0),
                        List.of(0.0, 1.0),
                        List.of(List.of(0, 1), List.of(-1, 0)),
                        OptionalDouble.of(1),
                        OptionalDouble.of(0)),
                new TracePlot(
                        one, other, one, List.of(new TracePlot.Panel(other, new double[][] {{1, 2, 3}, {2, 1, 2}}))),
                new TrajectoryPlot(
                        one,
                        other,
                        0,
                        10,
                        List.of(new TrajectoryPlot.Cut(one, 5)),
                        other,
                        List.of(new TrajectoryPlot.Team(one, new double[] {16000, 16100}, times, times)),
                        false),
                new HazardTrendPlot(
                        one, other, one, other, one, other, one, times, shares, shares, shares, shares, 0.7));
    }

    private static ResultTable table(String one, String other) {
        ResultKey key = new ResultKey("rates", other, "", one, other, one, other, one, other, Measure.COUNT, "");
        return new ResultTable(
                "rates",
                List.of(new InputFile(other, "00", 1)),
                Map.of("control", one, other.isEmpty() ? "x" : other, one),
                Map.of(one, other),
                List.of(new Result(key, Map.of(Statistic.EVENTS, Cell.count(5)), "")),
                List.of(new Series(one, Map.of(other, new double[] {1, Double.NaN}))),
                List.of(new Remark("W010", one, 1, other, one)));
    }

    private static void html(String page, String title) throws Exception {
        Document document = parsed(page);
        Set<String> found = new TreeSet<>();
        note(document, found);
        assertThat(ELEMENTS).containsAll(found);
        assertInert(page);
        boolean marked = title.chars().anyMatch(c -> c >= 0xfdd0 && c <= 0xfdd2);
        if (!marked && title.indexOf('\r') < 0 && title.indexOf('\n') < 0) {
            assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(VisibleText.of(title));
        }
    }

    private static void latex(String page) {
        assertInert(page);
        Matcher commands = LATEX.matcher(page);
        while (commands.find()) {
            assertThat(COMMANDS).contains(commands.group());
        }
        String body = page.substring(page.indexOf("\\begin{document}")).replace("\\\\", "");
        assertThat(body).doesNotContain("^^").doesNotContainPattern("(?<!\\\\)[$#%_~]");
        assertThat(body.indexOf("\\end{document}")).isEqualTo(body.length() - "\\end{document}\n".length());
        int depth = 0;
        String bare = body.replace("\\{", "").replace("\\}", "");
        for (int i = 0; i < bare.length(); i++) {
            depth += bare.charAt(i) == '{' ? 1 : bare.charAt(i) == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
    }

    private static void markdown(String page) {
        assertInert(page);
        assertThat(page.replaceAll("(?m)^    .*$", "").replaceAll("\\\\.", ""))
                .doesNotContain("<", "](", "`", "*")
                .doesNotContainPattern("&(?!nbsp;)");
    }

    private static List<CSVRecord> sheet(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<CSVRecord> rows = parser.getRecords();
            for (CSVRecord row : rows) {
                assertThat(row.size()).isEqualTo(rows.get(0).size());
                row.forEach(
                        cell -> assertThat(SheetText.isFormula(cell)).as(cell).isFalse());
            }
            return rows;
        }
    }

    private static JsonNode json(String text) throws IOException {
        assertInert(text);
        return JSON.readTree(text);
    }

    /** Nothing in it cannot be seen, and no line is obeyed by what reads the log of a build. */
    private static void assertInert(String text) {
        for (String line : text.split("\n", -1)) {
            assertThat(VisibleText.isVisible(line)).as(VisibleText.of(line)).isTrue();
            assertThat(line.stripLeading()).doesNotStartWith("::");
            assertThat(line).doesNotContainPattern("##[A-Za-z]*\\[");
        }
    }

    private static void note(Document page, Set<String> names) {
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            names.add(element.getTagName());
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                names.add("@" + element.getAttributes().item(j).getNodeName());
            }
        }
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(page)));
    }
}
