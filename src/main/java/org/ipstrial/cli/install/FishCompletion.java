package org.ipstrial.cli.install;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish. */
public final class FishCompletion {

    private static final String HEAD = Shell.MADE + """

            # Whether the words before the current one begin with these.
            function __ipstrial_in
                set -l before (commandline -opc)
                set -l last (math (count $argv) + 1)
                test $last -eq 1; or test "$before[2..$last]" = "$argv"
            end

            # Whether they are these and no more.
            function __ipstrial_at
                test (count (commandline -opc)) -eq (math (count $argv) + 1); and __ipstrial_in $argv
            end

            # Words of a list, after its last comma.
            function __ipstrial_list
                set -l before (commandline -ct | string replace -r '^-[^=]*=' '' | string match -r '^.*,')
                printf '%s\\n' "$before"$argv
            end

            complete -c ipstrial -f
            """;

    private FishCompletion() {}

    /** The file. */
    public static String of(CommandSpec program) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Entry> entries = Entry.all(program);
        for (Entry entry : entries) {
            text.append('\n');
            entry.below().forEach(below -> text.append(line("at", entry))
                    .append(" -a ")
                    .append(below.name())
                    .append(described(below.description()))
                    .append('\n'));
            operands(entry, entries, text);
            for (OptionSpec option : entry.options()) {
                text.append(line(entry.words().size() == 1 ? "at" : "in", entry));
                for (String name : option.names()) {
                    text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                text.append(values(option))
                        .append(described(option.description()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void operands(Entry entry, List<Entry> entries, StringBuilder text) {
        if (entry.isHelp()) {
            String names = String.join(" ", Entry.commands(entries));
            text.append(line("in", entry)).append(" -a ").append(quoted(names)).append('\n');
        } else {
            entry.arguments().stream()
                    .map(argument -> values(argument).replace(" -x", "").replace(" -r", ""))
                    .filter(values -> !values.isEmpty())
                    .distinct()
                    .forEach(values ->
                            text.append(line("in", entry)).append(values).append('\n'));
        }
    }

    private static String line(String condition, Entry entry) {
        String words = String.join(" ", entry.path());
        return "complete -c ipstrial -n " + quoted(("__ipstrial_" + condition + " " + words).strip());
    }

    private static String described(String... description) {
        return " -d " + quoted(Shell.hint(description));
    }

    private static String values(ArgSpec spec) {
        Values values = Values.of(spec);
        return switch (values.kind()) {
            case NONE -> "";
            case WORDS ->
                " -x -a "
                        + (values.several()
                                ? quoted("(__ipstrial_list " + String.join(" ", values.words()) + ")")
                                : quoted(values.words().stream()
                                        .map(FishCompletion::word)
                                        .collect(Collectors.joining(" "))));
            case FILE, FOLDER ->
                values.kind() == Values.Kind.FILE ? " -r -F" : " -x -a '(__fish_complete_directories)'";
            case PLAN -> " -x -a '(__fish_complete_suffix .yaml)'";
            case OTHER -> " -x";
        };
    }

    /** A word within the words of a candidate list, which the shell reads once more. */
    private static String word(String word) {
        return word.matches("[A-Za-z0-9.+_-]+") ? word : "\"" + word + "\"";
    }

    private static String quoted(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
