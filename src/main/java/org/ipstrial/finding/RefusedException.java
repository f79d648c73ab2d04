package org.ipstrial.finding;

/** The run was refused; the findings say why. Carries no data besides them. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Findings findings;

    /**
     * Refuses with everything that was found.
     *
     * @param findings at least one of them a refusal
     */
    public RefusedException(Findings findings) {
        super("refused", null, false, false);
        this.findings = findings;
    }

    /** Refuses for one reason; see {@link Finding#of}. */
    public static RefusedException of(FindingCode code, Location where, Object... arguments) {
        Findings findings = new Findings();
        findings.add(code, where, arguments);
        return new RefusedException(findings);
    }

    /** Everything that was found. */
    public Findings findings() {
        return findings;
    }
}
