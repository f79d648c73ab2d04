package org.ipstrial.plan.yaml;

import java.util.List;

/** A value of a YAML text with its place. */
public sealed interface YamlNode {

    /** The physical line on which it begins, from 1. */
    int line();

    /** The character of the line at which it begins, from 1. */
    int column();

    /**
     * Text, a number or nothing: what it is depends on what is wanted, so that {@code no}, {@code 1:30} and {@code 0123}
     * stay text where text is wanted.
     *
     * @param text   as it is read, quotes and escapes resolved
     * @param plain  whether it stands without quotes
     * @param line   line from 1
     * @param column character from 1
     */
    record Scalar(String text, boolean plain, int line, int column) implements YamlNode {

        /** Whether this is YAML's null: nothing at all, or one of its words without quotes. */
        boolean isNothing() {
            return plain && List.of("", "~", "null", "Null", "NULL").contains(text);
        }
    }

    /**
     * A list.
     *
     * @param items  its values in order
     * @param line   line from 1
     * @param column character from 1
     */
    record Items(List<YamlNode> items, int line, int column) implements YamlNode {}

    /**
     * Keys with values.
     *
     * @param entries in order, no key twice
     * @param line    line from 1
     * @param column  character from 1
     */
    record Mapping(List<Entry> entries, int line, int column) implements YamlNode {}

    /**
     * What was refused already, so that nothing more is said of it.
     *
     * @param line   line from 1
     * @param column character from 1
     */
    record Refused(int line, int column) implements YamlNode {}

    /**
     * One key with its value.
     *
     * @param key   the key
     * @param value its value
     */
    record Entry(Scalar key, YamlNode value) {}
}
