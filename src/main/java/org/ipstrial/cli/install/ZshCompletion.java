package org.ipstrial.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for zsh, as a function to be loaded by name from a folder of {@code fpath}. */
public final class ZshCompletion {

    private ZshCompletion() {}

    /** The file. */
    public static String of(CommandSpec program) {
        StringBuilder text = new StringBuilder("#compdef ipstrial\n").append(Shell.MADE);
        List<Entry> entries = Entry.all(program);
        entries.forEach(entry -> text.append('\n').append(function(entry, entries)));
        return text.append("\n_ipstrial \"$@\"\n").toString();
    }

    private static String name(Entry entry) {
        return "_" + String.join("_", entry.words());
    }

    private static String function(Entry entry, List<Entry> entries) {
        List<Entry> below = entry.below();
        List<String> specifications = new ArrayList<>();
        entry.options().forEach(option -> specifications.add(option(option)));
        if (!below.isEmpty()) {
            specifications.add("'1: : _describe command commands'");
            specifications.add("'*:: :->below'");
        } else if (entry.isHelp()) {
            specifications.add("'1:COMMAND:(" + String.join(" ", Entry.commands(entries)) + ")'");
        } else {
            int place = 0;
            for (PositionalParamSpec argument : entry.arguments()) {
                place++;
                specifications.add(Shell.quoted(place + ":" + argument.paramLabel() + action(argument)));
            }
        }
        return name(entry) + "() {\n" + (below.isEmpty() ? "" : commands(below))
                + "  _arguments -s " + (below.isEmpty() ? "" : "-C ")
                + specifications.stream().map(one -> "\\\n    " + one).collect(Collectors.joining(" ")) + "\n"
                + (below.isEmpty() ? "" : below(below)) + "}\n";
    }

    /** The commands below one, with what they are for. */
    private static String commands(List<Entry> below) {
        return "  local curcontext=$curcontext state line\n  local -A opt_args\n  local -a commands\n  commands=(\n"
                + below.stream()
                        .map(one -> "    " + Shell.quoted(one.name() + ":" + Shell.hint(one.description())) + "\n")
                        .collect(Collectors.joining())
                + "  )\n";
    }

    /** Hands over to the function of the command that stands there. */
    private static String below(List<Entry> below) {
        return "  case $state in\n    below)\n      case $words[1] in\n"
                + below.stream()
                        .map(one -> "        " + one.name() + ") " + name(one) + " ;;\n")
                        .collect(Collectors.joining())
                + "      esac\n      ;;\n  esac\n";
    }

    /** A specification; an option with two names shuts out the other one. */
    private static String option(OptionSpec option) {
        Values values = Values.of(option);
        boolean flag = values.kind() == Values.Kind.NONE;
        boolean repeatable = option.isMultiValue();
        String words = "["
                + escaped(Shell.hint(option.description())).replace("[", "\\[").replace("]", "\\]") + "]"
                + (flag ? "" : ":" + escaped(option.paramLabel()) + action(option));
        String shut = repeatable ? "*" : option.names().length > 1 ? "(" + String.join(" ", option.names()) + ")" : "";
        if (option.names().length == 1) {
            return Shell.quoted(shut + named(option.names()[0], flag) + words);
        }
        String names =
                List.of(option.names()).stream().map(name -> named(name, flag)).collect(Collectors.joining(","));
        return Shell.quoted(shut) + "{" + names + "}" + Shell.quoted(words);
    }

    private static String named(String name, boolean flag) {
        return flag ? name : name + (name.startsWith("--") ? "=" : "+");
    }

    private static String action(ArgSpec spec) {
        Values values = Values.of(spec);
        return switch (values.kind()) {
            case NONE -> "";
            case WORDS ->
                values.several()
                        ? ":_sequence compadd - " + String.join(" ", values.words())
                        : ":("
                                + values.words().stream()
                                        .map(ZshCompletion::word)
                                        .collect(Collectors.joining(" ")) + ")";
            case FILE -> ":_files";
            case PLAN -> ":_files -g \"*.yaml\"";
            case FOLDER -> ":_files -/";
            case OTHER -> ":";
        };
    }

    private static String word(String word) {
        return word.matches("[A-Za-z0-9.+_-]+") ? word : "\\" + word;
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace(":", "\\:");
    }
}
