package org.ipstrial.cli.install;

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
        StringBuilder text = new StringBuilder(name(entry)).append("() {\n");
        if (!below.isEmpty()) {
            text.append("  local curcontext=$curcontext state line\n  local -A opt_args\n  local -a commands\n");
            text.append("  commands=(\n");
            below.forEach(one -> text.append("    ")
                    .append(Shell.quoted(one.name() + ":" + Shell.hint(one.description())))
                    .append('\n'));
            text.append("  )\n");
        }
        text.append("  _arguments -s ").append(below.isEmpty() ? "" : "-C ").append("\\\n");
        for (OptionSpec option : entry.options()) {
            text.append("    ").append(option(option)).append(" \\\n");
        }
        if (!below.isEmpty()) {
            text.append("    '1: : _describe command commands' \\\n    '*:: :->below'\n");
            text.append("  case $state in\n    below)\n      case $words[1] in\n");
            below.forEach(one -> text.append("        ")
                    .append(one.name())
                    .append(") ")
                    .append(name(one))
                    .append(" ;;\n"));
            text.append("      esac\n      ;;\n  esac\n");
        } else if (entry.isHelp()) {
            String names = entries.stream()
                    .filter(other -> other.words().size() == 2)
                    .map(Entry::name)
                    .collect(Collectors.joining(" "));
            text.append("    '1:COMMAND:(").append(names).append(")'\n");
        } else {
            int place = 0;
            for (PositionalParamSpec argument : entry.arguments()) {
                place++;
                text.append("    ")
                        .append(Shell.quoted(place + ":" + argument.paramLabel() + action(argument)))
                        .append(" \\\n");
            }
            text.setLength(text.length() - " \\\n".length());
            text.append('\n');
        }
        return text.append("}\n").toString();
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
