package org.ipstrial.dataimport;

import org.ipstrial.dataimport.bytes.Decoding;
import org.ipstrial.dataimport.bytes.RawBytes;
import org.ipstrial.dataimport.table.Dialect;
import org.ipstrial.dataimport.table.LexicalCheck;
import org.ipstrial.dataimport.table.RawTable;
import org.ipstrial.dataimport.table.TableReader;
import org.ipstrial.dataimport.table.WantedColumns;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/**
 * A file whose text was found sound, before its header is looked at.
 *
 * @param name    the file's name for messages
 * @param text    its text
 * @param dialect how the text is cut
 * @param sha256  of its bytes, in hexadecimal
 */
public record OpenedFile(String name, String text, Dialect dialect, String sha256) {

    /**
     * Reads the bytes, decodes them and finds how the text is cut.
     *
     * @throws org.ipstrial.finding.RefusedException with everything that was found at the first step that refuses
     */
    public static OpenedFile of(DataSource source, ReadOptions options, Findings findings) {
        RawBytes raw = RawBytes.read(source);
        String file = source.name();
        String text = Decoding.decode(file, raw.bytes(), options.encoding(), findings);
        findings.throwIfRefused();
        Dialect dialect = Dialect.of(file, text, options, findings);
        findings.throwIfRefused();
        LexicalCheck.check(file, text, dialect, findings);
        findings.throwIfRefused();
        return new OpenedFile(file, text, dialect, raw.sha256());
    }

    /**
     * Its wanted columns; not whole where something was found that refuses.
     *
     * @throws org.ipstrial.finding.RefusedException if there is no row, with the reason
     */
    public RawTable table(WantedColumns wanted, ReadOptions options, Findings findings) {
        RawTable table = new TableReader(name, text, dialect, wanted, findings).read(options.maxRows());
        // What a part of the rows holds says nothing of the whole.
        if (table.rows() == 0 || findings.count(FindingCode.E138) > 0) {
            findings.throwIfRefused();
        }
        return table;
    }
}
