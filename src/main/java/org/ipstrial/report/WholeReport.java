package org.ipstrial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipstrial.ard.InputFile;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.disclosure.ReleasedTable;
import org.ipstrial.report.Block.Align;

/** The report of a whole plan: what each command prints of it, one after the other, and what all of it rests on. */
public final class WholeReport {

    /**
     * What one command found.
     *
     * @param released its results
     * @param page     its page
     */
    public record Part(ReleasedTable released, Report page) {}

    /**
     * What the report says of itself.
     *
     * @param trial      the trial's name
     * @param version    the program, name and version
     * @param deviations what is other than in the locked plan, one a line; empty where it is not locked
     * @param leftOut    commands of the plan that are left out since small groups cannot be hidden in them
     */
    public record About(String trial, String version, List<String> deviations, List<String> leftOut) {
        /** Copies the lines. */
        public About {
            deviations = List.copyOf(deviations);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** The commands whose own heading says what their part is. */
    private static final List<String> OWN_HEADING = List.of("flow", "baseline");

    private final Words words;
    private final ResultTable whole;
    private final List<Part> parts;
    private final About about;
    private final List<Block> blocks = new ArrayList<>();

    private WholeReport(Words words, ResultTable whole, List<Part> parts, About about) {
        this.words = words;
        this.whole = whole;
        this.parts = parts;
        this.about = about;
    }

    /**
     * The report.
     *
     * @param released all results
     * @param parts    the parts, in order
     */
    public static Report of(ReleasedTable released, List<Part> parts, About about, Language language) {
        return new WholeReport(Words.of(language), Stated.table(released, language), parts, about).report();
    }

    private Report report() {
        blocks.add(new Block.Heading(1, about.trial()));
        blocks.add(new Block.Paragraph(
                words.get("lock", new Stated(words).lock(whole.settings().get("lock")))));
        parts.forEach(this::part);
        if (!about.leftOut().isEmpty()) {
            String titles = about.leftOut().stream().map(this::title).collect(Collectors.joining("; "));
            blocks.add(new Block.Paragraph(words.get("report.left-out", titles)));
        }
        for (Block block : new HypothesesTable(words, whole).blocks()) {
            blocks.add(
                    block instanceof Block.Heading heading
                            ? new Block.Heading(heading.level() + 1, heading.text())
                            : block);
        }
        section("report.outcomes");
        blocks.add(new Block.Paragraph(words.get("report.outcomes.what")));
        blocks.add(outcomes());
        section("report.methods");
        blocks.add(MethodsText.of(
                words, parts.stream().map(part -> part.released().table()).toList()));
        section("report.deviations");
        deviations();
        section("report.consort");
        blocks.addAll(Checklist.of(words, held(), heldInPart()));
        section("report.made");
        made();
        List<Block.Heading> contents = blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2)
                .toList();
        String banner = whole.settings().containsKey("rehearsal") ? words.get("report.rehearsal") : "";
        return new Report(blocks, Language.EN, banner, contents).in(words.language());
    }

    private void section(String key) {
        blocks.add(new Block.Heading(2, words.get(key)));
    }

    private String title(String command) {
        return words.get("report.part." + command);
    }

    private void part(Part part) {
        String command = part.released().table().command();
        boolean own = OWN_HEADING.contains(command);
        if (!own) {
            blocks.add(new Block.Heading(2, title(command)));
        }
        String lock = words.get("lock", new Stated(words).lock(whole.settings().get("lock")));
        for (Block block : part.page().blocks()) {
            if (block instanceof Block.Heading heading) {
                blocks.add(new Block.Heading(heading.level() + (own ? 1 : 2), heading.text()));
            } else if (!block.equals(new Block.Paragraph(lock))) {
                // How the plan agrees with its lock is said once, at the top.
                blocks.add(block);
            }
        }
    }

    private Block outcomes() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Part part : parts) {
            ResultTable table = Stated.table(part.released(), words.language());
            table.settings().forEach((key, value) -> {
                if (key.startsWith("outcome.")) {
                    String name = key.substring("outcome.".length());
                    rows.putIfAbsent(name, List.of(name, table.label(name), new Stated(words).outcome(value)));
                }
            });
        }
        return new Block.Table(
                List.of(words.get("plan.outcome"), words.get("plan.label"), words.get("plan.what")),
                List.of(Align.LEFT, Align.LEFT, Align.LEFT),
                new ArrayList<>(rows.values()));
    }

    private void deviations() {
        if (!whole.settings().get("lock").toString().contains("locked on")) {
            blocks.add(new Block.Paragraph(words.get("report.deviations.unlocked")));
            return;
        }
        blocks.add(new Block.Paragraph(
                words.get(about.deviations().isEmpty() ? "report.deviations.none" : "report.deviations.some")));
        if (!about.deviations().isEmpty()) {
            blocks.add(new Block.Verbatim(about.deviations()));
        }
    }

    /** What the report holds of what CONSORT asks for, by item. */
    private Map<String, String> held() {
        Map<String, String> held = new LinkedHashMap<>();
        held.put("14", words.get("report.outcomes"));
        held.put("21a", words.get("report.methods"));
        if (whole.settings().get("lock").toString().contains("locked on")) {
            held.put("21d", words.get("report.deviations"));
        }
        for (Part part : parts) {
            String command = part.released().table().command();
            switch (command) {
                case "baseline" -> held.put("25", title(command));
                case "compare" -> held.put("26", title(command));
                default -> {}
            }
        }
        return held;
    }

    private Map<String, String> heldInPart() {
        Map<String, String> held = new LinkedHashMap<>();
        held.put("3", words.get("report.made"));
        held.put("4", words.get("report.made"));
        held.put("10", words.get("report.deviations"));
        held.put("21c", words.get("report.methods"));
        for (Part part : parts) {
            String command = part.released().table().command();
            switch (command) {
                case "flow" -> {
                    held.put("22a", title(command));
                    held.put("22b", title(command));
                }
                case "subgroups" -> held.put("28", title(command));
                case "missing" -> held.put("21c", title(command));
                default -> {}
            }
        }
        return held;
    }

    private void made() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.get("report.made.by"), about.version()));
        for (InputFile input : whole.inputs()) {
            rows.add(List.of(input.file(), words.get("report.made.hash", input.sha256())));
        }
        for (String key : List.of(
                "level",
                "seed",
                "rng",
                "resamples",
                "multiplicity",
                "min-cell",
                "rehearsal-seed",
                "allowed",
                "allowed-because")) {
            if (whole.settings().containsKey(key)) {
                rows.add(List.of(key, whole.settings().get(key).toString()));
            }
        }
        blocks.add(new Block.Table(List.of(), List.of(Align.LEFT, Align.LEFT), rows));
    }
}
