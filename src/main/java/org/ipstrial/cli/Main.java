package org.ipstrial.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ipstrial.cli.files.AtomicFile;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where the program starts, and the only place where it ends. */
public final class Main {

    private Main() {}

    /** Runs the program and ends the Java process with its exit code. */
    public static void main(String[] args) {
        // Options are read as text: looking up how to convert dates and database drivers would only cost time.
        System.setProperty("picocli.converters.excludes", "java[.].*");
        Console console = new Console(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(args, console));
    }

    /** Runs the program and gives its exit code. */
    static int run(String[] args, Console console) {
        int code;
        try {
            code = execute(args, console);
        } catch (RefusedException e) {
            code = refuse(e.findings(), args, console);
        } catch (InvalidPathException e) {
            code = refuse(
                    RefusedException.of(FindingCode.E023, Location.COMMAND_LINE, e.getInput())
                            .findings(),
                    args,
                    console);
        } catch (OutOfMemoryError e) {
            code = tooLarge(console);
        } catch (RuntimeException | Error e) {
            code = fault(console, e);
        }
        Optional<IOException> failure = console.finish();
        if (failure.isEmpty()) {
            return code;
        }
        String reason = AtomicFile.reason(failure.get());
        if (reason.contains("Broken pipe")) {
            return ExitCode.READER_GONE;
        }
        console.line(Finding.of(FindingCode.E021, Location.COMMAND_LINE, reason).line());
        console.finish();
        return ExitCode.FILE;
    }

    private static int execute(String[] args, Console console) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            console.out().print(Version.line() + "\n");
            return ExitCode.DONE;
        }
        // The parser's own warnings would go past the console, with arguments as they stand.
        CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
        CommandLine commandLine = Commands.commandLine(args);
        commandLine.setOut(console.out());
        commandLine.setErr(console.err());
        commandLine.setExpandAtFiles(false);
        colour(args, commandLine);
        ParseResult parsed;
        try {
            parsed = commandLine.parseArgs(args);
        } catch (ParameterException e) {
            return refuse(UsageErrors.of(e), args, console);
        }
        try {
            if (CommandLine.executeHelpRequest(parsed) != null) {
                return ExitCode.DONE;
            }
        } catch (ParameterException e) {
            return refuse(UsageErrors.of(e), args, console);
        }
        if (!parsed.hasSubcommand()) {
            commandLine.usage(console.out());
            return ExitCode.DONE;
        }
        ParseResult asked = parsed.subcommand();
        CliCommand command =
                Commands.named(asked.commandSpec().name()).orElseThrow().command();
        while (asked.hasSubcommand()) {
            asked = asked.subcommand();
            command = command.subcommands().get(asked.commandSpec().name());
        }
        return command.run(asked, console);
    }

    /** The help page is printed before options are looked at, so its colour is told from the arguments themselves. */
    private static void colour(String[] args, CommandLine commandLine) {
        List<String> arguments = Arrays.asList(args);
        if (arguments.contains("--color=always")) {
            commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.ON));
        } else if (arguments.contains("--color=never")) {
            commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
    }

    private static int refuse(Findings findings, String[] args, Console console) {
        console.print(findings, Messages.of(args));
        return ExitCode.of(findings);
    }

    private static int tooLarge(Console console) {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        console.line(Finding.of(FindingCode.E028, Location.COMMAND_LINE, heap).line());
        return ExitCode.FAULT;
    }

    /** A fault is told by its kind and place only: its message could hold data. */
    private static int fault(Console console, Throwable e) {
        String place = Arrays.stream(e.getStackTrace())
                .filter(element -> element.getClassName().startsWith("org.ipstrial."))
                .map(element -> element.getFileName() + ":" + element.getLineNumber())
                .findFirst()
                .orElse("an unknown place");
        console.line(
                Finding.of(FindingCode.E070, Location.COMMAND_LINE, e.getClass().getSimpleName(), place)
                        .line());
        return ExitCode.FAULT;
    }
}
