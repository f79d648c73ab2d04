package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read stands in the files of words and not in the code of pages, where no language but one would have it; and
 * no rounded number is looked into, since it is in a notation of no language.
 */
class WordsInCodeTest {

    private static final Path SOURCE = Path.of("src/main/java/org/ipstrial/report");

    /** Pages about the program itself, in English as the sources are; and what settings say, which is read there. */
    private static final Set<String> IN_ENGLISH = Set.of("MethodsReport.java", "SelfTestReport.java", "Stated.java");

    /** What is compared with settings, and the sign that belongs to a language. */
    private static final Set<String> NOT_READ = Set.of("lower is better", "locked on", "%", "\\u00a0%");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern WORDS =
            Pattern.compile("[A-Za-z]{2,} +[A-Za-z]{2,}|^ *[A-Za-z]{2,} $|^ [A-Za-z]{2,}|%");
    private static final Pattern NUMBER = Pattern.compile("[0-9]\\.[0-9]|\"\\.0\"");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !IN_ENGLISH.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noPageHasWordsOfItsOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            for (String statement :
                    COMMENT.matcher(Files.readString(file)).replaceAll(" ").split(";\\s*\n")) {
                // What a programmer reads is told in English.
                if (statement.contains("Exception(")) {
                    continue;
                }
                Matcher literal = LITERAL.matcher(statement);
                while (literal.find()) {
                    String text = literal.group(1);
                    if (WORDS.matcher(text).find() && !NOT_READ.contains(text)) {
                        found.add(file.getFileName() + ": " + text);
                    }
                }
            }
        }
        assertThat(found).as("words that belong into messages_en.properties").isEmpty();
    }

    @Test
    void noPageLooksIntoARoundedNumber() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            if (file.getFileName().toString().equals("Rounding.java")) {
                continue;
            }
            Matcher literal =
                    LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(" "));
            while (literal.find()) {
                if (NUMBER.matcher(literal.group()).find()) {
                    found.add(file.getFileName() + ": " + literal.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
