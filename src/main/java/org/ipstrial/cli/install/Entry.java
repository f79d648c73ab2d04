package org.ipstrial.cli.install;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command as a manual page and the completion of a shell need it.
 *
 * @param words the words that name it, the program first, such as {@code ipstrial plan check}
 * @param spec  its options and arguments
 */
record Entry(List<String> words, CommandSpec spec) {

    /** The command that shows help pages; it takes the name of another command. */
    static final String HELP = "help";

    /** The program and everything below it, in the order of the help page. */
    static List<Entry> all(CommandSpec program) {
        List<Entry> entries = new ArrayList<>();
        collect(new Entry(List.of(program.name()), program), entries);
        return entries;
    }

    private static void collect(Entry entry, List<Entry> entries) {
        entries.add(entry);
        entry.below().forEach(below -> collect(below, entries));
    }

    /** The names of the program's own commands. */
    static List<String> commands(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.words().size() == 2)
                .map(Entry::name)
                .toList();
    }

    /** The commands right below it. */
    List<Entry> below() {
        return spec.subcommands().entrySet().stream()
                .map(entry -> new Entry(with(entry.getKey()), entry.getValue().getCommandSpec()))
                .toList();
    }

    private List<String> with(String name) {
        List<String> longer = new ArrayList<>(words);
        longer.add(name);
        return List.copyOf(longer);
    }

    /** The word that names it among its neighbours. */
    String name() {
        return words.get(words.size() - 1);
    }

    /** Whether it shows help pages. */
    boolean isHelp() {
        return words.size() > 1 && name().equals(HELP);
    }

    /** The words after the program's own, which lead to it. */
    List<String> path() {
        return words.subList(1, words.size());
    }

    /** The options that the help page shows, in its order. */
    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    /** The arguments without a name. */
    List<PositionalParamSpec> arguments() {
        return spec.positionalParameters().stream()
                .filter(argument -> !argument.hidden())
                .toList();
    }

    /** What it is for, in full; the command of help pages, which comes with the parser, says it in its header. */
    String description() {
        return text(
                isHelp() ? spec.usageMessage().header() : spec.usageMessage().description());
    }

    /** Its examples, one a line, without what leads in to them. */
    List<String> examples() {
        return List.of(spec.usageMessage().footer()).stream()
                .filter(line -> line.startsWith("  " + words.get(0) + " "))
                .map(line -> text(line).strip())
                .toList();
    }

    /** Words of a help page as people see them. */
    static String text(String... lines) {
        return String.join(" ", lines).replace("%%", "%");
    }

    /** The first sentence, without the point at its end. */
    static String firstSentence(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean ends = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            if (ends && text.charAt(i) == '?') {
                return text.substring(0, i + 1);
            }
            if (ends && text.charAt(i) == '.') {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
