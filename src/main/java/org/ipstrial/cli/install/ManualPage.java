package org.ipstrial.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages in roff, one a command, from what the help pages say. */
public final class ManualPage {

    private final Entry entry;
    private final List<Entry> all;
    private final Environment environment;

    private ManualPage(Entry entry, List<Entry> all, Environment environment) {
        this.entry = entry;
        this.all = all;
        this.environment = environment;
    }

    /**
     * What the pages say of every command alike.
     *
     * @param version   name and version of the program
     * @param date      the version's day
     * @param exitCodes what each exit code means
     * @param variables what each environment variable does
     */
    public record Environment(
            String version, String date, Map<Integer, String> exitCodes, Map<String, String> variables) {}

    /** The pages by the names of their files. */
    public static Map<String, String> all(CommandSpec program, Environment environment) {
        List<Entry> entries =
                Entry.all(program).stream().filter(entry -> !entry.isHelp()).toList();
        Map<String, String> pages = new TreeMap<>();
        for (Entry entry : entries) {
            pages.put(title(entry) + ".1", new ManualPage(entry, entries, environment).text());
        }
        return pages;
    }

    private static String title(Entry entry) {
        return String.join("-", entry.words());
    }

    private String text() {
        Roff roff = new Roff(title(entry).toUpperCase(Locale.ROOT), environment.date(), environment.version());
        roff.section("NAME");
        roff.paragraph(title(entry) + " - " + Entry.firstSentence(entry.description()));
        roff.section("SYNOPSIS");
        roff.synopsis(String.join(" ", entry.words()), operands());
        roff.section("DESCRIPTION");
        roff.paragraph(entry.description());
        for (PositionalParamSpec argument : entry.arguments()) {
            roff.item(Roff.italic(argument.paramLabel()), Entry.text(argument.description()));
        }
        commands(roff);
        roff.section("OPTIONS");
        for (OptionSpec option : entry.options()) {
            roff.item(tag(option), Entry.text(option.description()));
        }
        roff.section("EXIT STATUS");
        environment.exitCodes().forEach((code, meaning) -> roff.item(Roff.bold(String.valueOf(code)), meaning));
        roff.section("ENVIRONMENT");
        environment.variables().forEach((name, meaning) -> roff.item(Roff.bold(name), meaning));
        roff.section("EXAMPLES");
        roff.code(entry.examples());
        roff.section("SEE ALSO");
        roff.paragraphOfPages(related());
        return roff.text();
    }

    private List<String> operands() {
        if (!entry.below().isEmpty()) {
            return List.of("COMMAND");
        }
        return entry.arguments().stream().map(PositionalParamSpec::paramLabel).toList();
    }

    private void commands(Roff roff) {
        List<Entry> below = all.stream().filter(entry.below()::contains).toList();
        if (!below.isEmpty()) {
            roff.section("COMMANDS");
            below.forEach(one -> roff.item(Roff.page(title(one)), one.description()));
        }
    }

    private static String tag(OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
            names.add(Roff.bold(name));
        }
        String value = "";
        if (option.arity().max() > 0) {
            String more = Values.of(option).several() ? Roff.plain("[,...]") : "";
            value = Roff.plain("=") + Roff.italic(option.paramLabel()) + more;
        }
        return String.join(", ", names) + value;
    }

    /** The page above, then those beside it; of the program those of its commands. */
    private List<String> related() {
        List<String> above = entry.words().subList(0, entry.words().size() - 1);
        List<Entry> beside = all.stream()
                .filter(other -> above.isEmpty()
                        ? other.words().size() == 2
                        : other.words().equals(above)
                                || other.words().size() == entry.words().size()
                                        && other.words()
                                                .subList(0, above.size())
                                                .equals(above)
                                        && !other.equals(entry))
                .toList();
        return beside.stream().map(ManualPage::title).toList();
    }
}
