package org.ipstrial.finding;

/**
 * Every kind of finding: its number, what it does to the run, and its words in the order what was found; what was
 * wanted; how to mend it. {@code {0}}, {@code {1}} stand for what differs from case to case.
 *
 * <p>E0 command line and files, E1 bytes and structure of a file, E2 its content, E3 privacy, L3 lint. {@code W} warns.
 */
public enum FindingCode {
    // Command line
    E001(Domain.USAGE, "{0}; {1}; see  ipstrial {2} --help"),
    E002(Domain.USAGE, "{0} is not supported yet; {1}; leave it out"),
    E003(Domain.USAGE, "no control arm is named; the reference arm is never guessed; give --control with one of: {0}"),
    E004(Domain.USAGE, "--control {0} is not an arm; the arms are {1}; {2}"),
    E005(
            Domain.USAGE,
            "--level {0} is not a fraction; wanted a number strictly between 0 and 1; for {1} % give --level {2}"),
    E006(Domain.USAGE, "--method {0} is not known; wanted [MEASURE:]NAME; {1}; 'ipstrial methods' lists them all"),
    E007(
            Domain.USAGE,
            "--counts {0} is a bare percentage; wanted LABEL=EVENTS/N; a confidence interval needs the numbers behind"
                    + " the percentage"),
    E008(Domain.USAGE, "--counts {0} cannot be read; {1}; write for example --counts IPS=85/156"),
    E009(Domain.USAGE, "--where {0} cannot be read; wanted COLUMN=LEVEL or COLUMN=LEVEL|LEVEL; {1}"),
    E010(Domain.USAGE, "the output {0} is the input; results never replace data; name another file"),
    E011(Domain.USAGE, "--allow {0} cannot be accepted; {1}; {2}"),
    E012(Domain.USAGE, "--method {0} is no method of this command; wanted one of {1}; leave it out or mend it"),
    E013(Domain.USAGE, "{0} {1} is out of range; wanted {2}; give another number"),
    E014(Domain.USAGE, "--where {0} names the level {1}, which column {2} does not have; its levels are {3}; {4}"),
    E015(Domain.USAGE, "outcome {0} is {1}; {2} takes {3}; use {4}, or say how to read the column with --kind"),
    E016(Domain.USAGE, "--counts and the data file {0} are both given; wanted one of them; leave one out"),
    E017(Domain.USAGE, "'{0}' is no method or measure; {1}; 'ipstrial methods' lists them all"),
    E020(Domain.FILE, "the output {0} cannot be written: {1}; wanted a file in a folder that exists; {2}"),
    E021(Domain.FILE, "standard output cannot be written: {0}; wanted room for the results; nothing is complete"),
    E070(Domain.USAGE, "a fault of the program: {0} at {1}; please report this line and the command; it holds no data"),
    E401(
            Domain.PLAN,
            "{0} is a plan, and plans are not supported yet; wanted a participants CSV; give the CSV with --arm and"
                    + " --outcome"),
    W010(Domain.USAGE, "{0} rows have no value in column '{1}'; they are in no stratum; they count among everybody");

    private final Domain domain;
    private final String template;

    FindingCode(Domain domain, String template) {
        this.domain = domain;
        this.template = template;
    }

    /** The code as it is printed, such as {@code E131}. */
    public String id() {
        return name();
    }

    /** What the finding is about. */
    public Domain domain() {
        return domain;
    }

    /** What the finding does to the run, told by the letter of its code. */
    public Severity severity() {
        return switch (name().charAt(0)) {
            case 'E' -> Severity.REFUSAL;
            case 'W' -> Severity.WARNING;
            default -> Severity.LINT;
        };
    }

    /** The words, with placeholders. */
    public String template() {
        return template;
    }

    /**
     * The words of one finding.
     *
     * @param arguments what {@code {0}}, {@code {1}} and so on stand for; made visible, never taken as a pattern
     */
    String message(Object... arguments) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                text.append(VisibleText.of(String.valueOf(arguments[template.charAt(i + 1) - '0'])));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
