package org.ipstrial.plan.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document. Built from the parser's events and not from its nodes: an alias is refused where it stands and
 * never followed, so that no text can grow in memory, and each anchor, tag and doubled key is told with its line.
 */
public final class YamlReader {

    /** How many characters (code points) a plan may have: 1 MiB. */
    public static final int MAX_LENGTH = 1 << 20;

    /** How many levels deep values may stand. */
    public static final int MAX_DEPTH = 50;

    private final String file;
    private final String text;
    private final Findings findings;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private YamlNode root;

    private YamlReader(String file, String text, Findings findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
    }

    /**
     * Reads a text.
     *
     * @param file     its name for messages
     * @param text     the text, without a byte order mark
     * @param findings what is found
     * @return the document; nothing where it cannot be read to its end
     */
    public static Optional<YamlNode> read(String file, String text, Findings findings) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            findings.add(FindingCode.E403, Location.file(file), MAX_LENGTH);
            return Optional.empty();
        }
        return new YamlReader(file, text, findings).read();
    }

    private Optional<YamlNode> read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_LENGTH)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                if (!take(events.next())) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException e) {
            notYaml(e);
            return Optional.empty();
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(Math.max(0, e.getPosition()))
                            .filter(c -> c == '\n')
                            .count();
            findings.add(
                    FindingCode.E400,
                    Location.line(file, line),
                    "the character U+" + hex(e.getCodePoint()) + " is none that a text may hold",
                    "remove it");
            return Optional.empty();
        } catch (YamlEngineException e) {
            findings.add(FindingCode.E400, Location.file(file), firstLine(e.getMessage()), "correct it");
            return Optional.empty();
        }
        if (root == null) {
            findings.add(FindingCode.E400, Location.file(file), "it holds nothing", "see  ipstrial plan init --help");
        }
        return Optional.ofNullable(root);
    }

    /** Takes one event; false where there is no use in going on. */
    private boolean take(Event event) {
        if (event instanceof NodeEvent node) {
            refuseDecorations(node);
        }
        if (event instanceof DocumentStartEvent && root != null) {
            findings.add(FindingCode.E406, Location.line(file, line(event)));
            return false;
        }
        if (event instanceof AliasEvent) {
            place(new YamlNode.Refused(line(event), column(event)));
        } else if (event instanceof ScalarEvent scalar) {
            place(new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line(event), column(event)));
        } else if (event instanceof CollectionStartEvent) {
            if (open.size() == MAX_DEPTH) {
                findings.add(FindingCode.E404, Location.line(file, line(event)), MAX_DEPTH);
                return false;
            }
            open.push(new OpenNode(event instanceof MappingStartEvent, line(event), column(event)));
        } else if (event instanceof CollectionEndEvent) {
            place(open.pop().close());
        }
        return true;
    }

    private void place(YamlNode node) {
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().add(node, file, findings);
        }
    }

    private void refuseDecorations(NodeEvent node) {
        Location where = Location.cell(file, line(node), "", 0);
        if (node instanceof AliasEvent alias) {
            refuse(where, "the alias *" + alias.getAlias().getValue(), "write the value out");
            return;
        }
        node.getAnchor().ifPresent(anchor -> refuse(where, "the anchor &" + anchor.getValue(), "leave it out"));
        Optional<String> tag = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        tag.ifPresent(name ->
                refuse(where, "the tag " + PlanWords.cut(name.replace("tag:yaml.org,2002:", "!!")), "leave it out"));
    }

    private void refuse(Location where, String what, String mend) {
        findings.add(FindingCode.E405, where, what, mend);
    }

    private void notYaml(MarkedYamlEngineException e) {
        String problem = firstLine(e.getProblem());
        String mend = problem.contains("TAB") ? "indent with blanks, not with tabs" : "see indents, colons and quotes";
        Location where = e.getProblemMark()
                .map(mark -> Location.line(file, mark.getLine() + 1L))
                .orElse(Location.file(file));
        findings.add(FindingCode.E400, where, problem, mend);
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replace(";", ",");
    }

    private static String hex(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
