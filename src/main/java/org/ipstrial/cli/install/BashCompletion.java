package org.ipstrial.cli.install;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for bash from 3.2, with or without the package bash-completion. */
public final class BashCompletion {

    private static final String HEAD = "# shellcheck shell=bash\n" + Shell.MADE + """

            # Words that begin as the current one; a list goes on after its last comma.
            _ipstrial_offer() { # LIST WORD...
              local several=$1 word before=
              shift
              if [ "$several" = yes ]; then
                case $cur in *,*) before=${cur%,*},; cur=${cur##*,} ;; esac
              fi
              for word in "$@"; do
                case $word in "$cur"*) ;; *) continue ;; esac
                case $word in *[\\;\\|]*) word=\\\\$word ;; esac
                COMPREPLY+=("$before$word")
              done
            }

            _ipstrial_paths() { # KIND
              local IFS=$'\\n' path
              compopt -o filenames 2>/dev/null
              case $1 in
                folder) COMPREPLY=($(compgen -d -- "$cur")) ;;
                plan)
                  for path in $(compgen -f -- "$cur"); do
                    case $path in *.yaml) COMPREPLY+=("$path") ;; *) [ ! -d "$path" ] || COMPREPLY+=("$path") ;; esac
                  done
                  ;;
                *) COMPREPLY=($(compgen -f -- "$cur")) ;;
              esac
            }

            """;

    private static final String BODY = """
            _ipstrial() {
              local cur=${COMP_WORDS[COMP_CWORD]} last=$COMP_CWORD prev command
              COMPREPLY=()
              # Bash takes --option=value apart at the sign.
              if [ "$cur" = = ]; then
                cur=
              elif [ "${COMP_WORDS[last - 1]}" = = ]; then
                last=$((last - 1))
              fi
              prev=${COMP_WORDS[last - 1]}
              command=${COMP_WORDS[1]}
              [ "$COMP_CWORD" -gt 1 ] || command=
              case $command in
            @HOLDERS@) [ "$COMP_CWORD" -le 2 ] || command="$command ${COMP_WORDS[2]}" ;;
              esac
              case $command in
            @COMMANDS@  esac
            }
            complete -F _ipstrial ipstrial
            """;

    private BashCompletion() {}

    /** The file. */
    public static String of(CommandSpec program) {
        List<Entry> entries = Entry.all(program);
        String holders = entries.stream()
                .filter(entry -> entry.words().size() > 1 && !entry.below().isEmpty())
                .map(Entry::name)
                .collect(Collectors.joining(" | ", "    ", ""));
        StringBuilder commands = new StringBuilder();
        for (Entry entry : entries) {
            commands.append("    ")
                    .append(Shell.quoted(String.join(" ", entry.path())))
                    .append(")\n");
            commands.append(command(entry, entries)).append("      ;;\n");
        }
        return HEAD + BODY.replace("@HOLDERS@", holders).replace("@COMMANDS@", commands);
    }

    private static String command(Entry entry, List<Entry> entries) {
        StringBuilder text = new StringBuilder("      case $prev in\n");
        List<String> flags = new ArrayList<>();
        for (OptionSpec option : entry.options()) {
            flags.addAll(List.of(option.names()));
            String values = values(option);
            if (!values.isEmpty()) {
                text.append("        ")
                        .append(String.join(" | ", option.names()))
                        .append(") ")
                        .append(values)
                        .append("; return ;;\n");
            }
        }
        text.append("      esac\n");
        List<String> words = new ArrayList<>();
        if (entry.isHelp()) {
            words.addAll(Entry.commands(entries));
        }
        entry.below().forEach(below -> words.add(below.name()));
        text.append("      case $cur in\n        -*) _ipstrial_offer no ")
                .append(String.join(" ", flags))
                .append(" ;;\n");
        String operand = words.isEmpty()
                ? entry.arguments().stream()
                        .findFirst()
                        .map(BashCompletion::values)
                        .orElse(":")
                : "_ipstrial_offer no " + String.join(" ", words);
        text.append("        *) ").append(operand.isEmpty() ? ":" : operand).append(" ;;\n      esac\n");
        return text.toString();
    }

    /** What offers the values of an option or argument, {@code :} where nobody knows them, nothing where there are none. */
    private static String values(ArgSpec spec) {
        Values values = Values.of(spec);
        return switch (values.kind()) {
            case NONE -> "";
            case WORDS -> "_ipstrial_offer " + (values.several() ? "yes " : "no ") + Shell.quoted(values.words());
            case FILE -> "_ipstrial_paths file";
            case PLAN -> "_ipstrial_paths plan";
            case FOLDER -> "_ipstrial_paths folder";
            case OTHER -> ":";
        };
    }
}
