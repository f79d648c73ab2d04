package org.ipstrial.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Remark;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Series;
import org.ipstrial.plan.codes.CodeMap;
import org.ipstrial.plan.participants.PlannedArm;
import org.ipstrial.plan.yaml.Sited;

/** Letters for the names of arms: as groups they are A, B, C in the plan's order, and in any other text they are blotted out. */
final class ArmMask {

    private static final String BLOT = "[arm]";
    private static final int LETTERS = 26;

    private final Map<String, String> letters = new LinkedHashMap<>();
    private final List<Pattern> words;

    /**
     * Letters for some arms.
     *
     * @param arms    the arms, in order
     * @param planned what the plan says of them, its codes included
     */
    ArmMask(List<String> arms, PlannedArm planned) {
        arms.forEach(arm -> letters.put(arm, letter(letters.size())));
        Set<String> named = new LinkedHashSet<>(arms);
        named.add(planned.control().value());
        planned.known().stream().map(Sited::value).forEach(named::add);
        planned.labels().map(CodeMap::exact).ifPresent(codes -> named.addAll(codes.keySet()));
        this.words = named.stream()
                .filter(name -> name.codePoints().anyMatch(Character::isLetter))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(name -> Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    private static String letter(int place) {
        String letter = String.valueOf((char) ('A' + place % LETTERS));
        return place < LETTERS ? letter : letter + place / LETTERS;
    }

    /** A text without the names of arms. */
    String text(String text) {
        String blotted = text;
        for (Pattern word : words) {
            blotted = word.matcher(blotted).replaceAll(Matcher.quoteReplacement(BLOT));
        }
        return blotted;
    }

    /** Whether a text names an arm. */
    boolean names(String text) {
        return words.stream().anyMatch(word -> word.matcher(text).find());
    }

    /** A table without the names of arms. */
    ResultTable table(ResultTable table) {
        List<Result> results = new ArrayList<>();
        for (Result result : table.results()) {
            results.add(new Result(
                    result.key()
                            .ofContrast(
                                    arm(result.key().group()), arm(result.key().reference())),
                    result.cells(),
                    result.status()));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        table.settings()
                .forEach((name, value) -> settings.put(
                        name, value instanceof String text ? letters.getOrDefault(text, text(text)) : value));
        Map<String, String> labels = table.labels().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> text(entry.getValue()), (one, other) -> one, LinkedHashMap::new));
        return new ResultTable(
                table.command(),
                table.inputs(),
                settings,
                labels,
                results,
                table.series().stream().map(this::series).toList(),
                table.findings().stream()
                        .map(remark -> new Remark(
                                remark.code(), remark.file(), remark.line(), remark.column(), text(remark.message())))
                        .toList());
    }

    private String arm(String name) {
        return letters.getOrDefault(name, name);
    }

    /** The names of series hold pairs of which some are arms. */
    private Series series(Series series) {
        String name = series.name();
        for (Map.Entry<String, String> letter : letters.entrySet()) {
            String value = Names.pair("", letter.getKey());
            Pattern pair = Pattern.compile("(^|;)(group|reference|arm)" + Pattern.quote(value) + "(?=;|$)");
            name = pair.matcher(name)
                    .replaceAll(found ->
                            Matcher.quoteReplacement(found.group(1) + found.group(2) + "=\u0001" + letter.getValue()));
        }
        return new Series(name.replace("\u0001", ""), series.columns());
    }
}
