package org.ipstrial.dataimport.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** Files that are something else than text, told by their first bytes. */
final class FileFormat {

    private record Magic(byte[] start, String what, String mend) {}

    private static final String UNPACK = "unpack it first";
    private static final String SAVE_AS = "open it and save as CSV UTF-8";
    private static final String FROM_R = "write it with write.csv in R";
    private static final String FROM_PYTHON = "write it as CSV first";

    /** Longest first where one begins another. */
    private static final List<Magic> MAGIC = List.of(
            magic("1f8b", "a gzip archive", UNPACK),
            magic("504b0304", "a zip archive or an Excel workbook (xlsx)", "unpack it, or " + SAVE_AS),
            magic("504b0506", "an empty zip archive", UNPACK),
            magic("d0cf11e0", "an Excel workbook (xls)", SAVE_AS),
            magic("24464c32", "an SPSS file (sav)", "in SPSS, save as CSV with UTF-8"),
            magic("24464c33", "an SPSS file (zsav)", "in SPSS, save as CSV with UTF-8"),
            magic("000000000000000000000000c2ea8160", "a SAS data set (sas7bdat)", "in SAS, use proc export to CSV"),
            magic("3c73746174615f647461", "a Stata file (dta)", "in Stata, use export delimited"),
            magic("7201", "a Stata file (dta)", "in Stata, use export delimited"),
            magic("7202", "a Stata file (dta)", "in Stata, use export delimited"),
            magic("7301", "a Stata file (dta)", "in Stata, use export delimited"),
            magic("7302", "a Stata file (dta)", "in Stata, use export delimited"),
            magic("52445832", "an R file (RData)", FROM_R),
            magic("52445833", "an R file (RData)", FROM_R),
            magic("50415231", "a Parquet file", FROM_PYTHON),
            magic("4152524f5731", "a Feather file", FROM_PYTHON),
            magic("425a68", "a bzip2 archive", UNPACK),
            magic("fd377a585a", "an xz archive", UNPACK),
            magic("28b52ffd", "a zstd archive", UNPACK),
            magic("377abcaf", "a 7z archive", UNPACK),
            magic("53514c69746520666f726d6174", "an SQLite database", "export the table as CSV"));

    private FileFormat() {}

    /** Refuses what is known not to be text. */
    static void check(String file, byte[] bytes, Findings findings) {
        for (Magic magic : MAGIC) {
            if (startsWith(bytes, magic.start())) {
                findings.add(FindingCode.E111, Location.file(file), magic.what(), magic.mend());
                return;
            }
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00ef\u00bb\u00bf", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf-")) {
            document(file, "a PDF document", "export the table itself", findings);
        } else if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            document(file, "HTML, perhaps a login page", "download the file again", findings);
        } else if (start.startsWith("<?xml")) {
            document(file, "XML", SAVE_AS, findings);
        } else if (start.startsWith("{\\rtf")) {
            document(file, "a word processor's document (rtf)", SAVE_AS, findings);
        } else if (start.startsWith("{\"") || start.startsWith("[{") || start.startsWith("{\n")) {
            document(file, "JSON", FROM_PYTHON, findings);
        }
    }

    private static void document(String file, String what, String mend, Findings findings) {
        findings.add(FindingCode.E112, Location.file(file), what, mend);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static Magic magic(String hex, String what, String mend) {
        return new Magic(java.util.HexFormat.of().parseHex(hex), what, mend);
    }
}
