package org.ipstrial.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words of one language. */
final class Words {

    private final Language language;
    private final Properties words;
    private final MethodNames methods;

    private Words(Language language, Properties words) {
        this.language = language;
        this.words = words;
        this.methods = MethodNames.of(language);
    }

    /** The words of a language. */
    static Words of(Language language) {
        return new Words(language, read("messages", language));
    }

    /** A file of words, whole. */
    static Properties read(String name, Language language) {
        Properties words = new Properties();
        String file = name + "_" + language.id() + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            // Decoded whole: a reader decodes in pieces, which takes three times as long in a program that just began.
            words.load(new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The language. */
    Language language() {
        return language;
    }

    /** What methods are called in it. */
    MethodNames methods() {
        return methods;
    }

    /** The words of a key, or a name that has none, such as one of the data. */
    String getOr(String key, String name) {
        return words.containsKey(key) ? words.getProperty(key) : name;
    }

    /** A fraction as a percentage with its sign. */
    String percent(double fraction) {
        return get("percent.value", Rounding.percent(fraction));
    }

    /**
     * The words of a key.
     *
     * @param arguments what {@code {0}}, {@code {1}} and so on stand for
     * @throws IllegalArgumentException if the language lacks the key
     */
    String get(String key, Object... arguments) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                text.append(shown(arguments[pattern.charAt(i + 1) - '0']));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** An argument as a page holds it; a number is one that is not rounded. */
    private static String shown(Object argument) {
        if (argument instanceof Double number) {
            return Rounding.exact(number);
        }
        return argument instanceof Long || argument instanceof Integer
                ? Rounding.whole(((Number) argument).longValue())
                : String.valueOf(argument);
    }
}
