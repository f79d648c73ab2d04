package org.ipstrial.cli.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text comes out of man as it went in. */
class RoffTest {

    @Test
    void nothingIsARequestOrATypographicSign() {
        Roff roff = new Roff("X", "2026-11-01", "x 1");
        roff.paragraph(".5 of them");
        roff.paragraph("'-' is standard input");
        roff.item(Roff.bold("--delimiter"), "a \\ back\\t, \"quoted\", `so`, ^ and ~");
        roff.code(List.of("ipstrial compare --level .9"));

        assertThat(roff.text()).isEqualTo("""
                        .TH "X" 1 "2026-11-01" "x 1" "User Commands"
                        .nh
                        .ad l
                        \\&.5 of them
                        \\(aq\\-\\(aq is standard input
                        .TP
                        \\fB\\-\\-delimiter\\fR
                        a \\e back\\et, \\(dqquoted\\(dq, \\(gaso\\(ga, \\(ha and \\(ti
                        .RS 4
                        .nf
                        ipstrial compare \\-\\-level .9
                        .fi
                        .RE
                        """);
    }
}
