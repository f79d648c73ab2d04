package org.ipstrial.dataimport.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What spreadsheets leave in cells: errors, labels turned into dates. */
public final class Spreadsheet {

    /** English, Danish, Swedish, Norwegian and German; {@code #NULL!} comes after a formula only. */
    private static final Set<String> ERRORS = Set.of(
            "#N/A",
            "#I/T",
            "#DIV/0!",
            "#DIVISION/0!",
            "#DIVISJON/0!",
            "#VALUE!",
            "#V\u00c6RDI!",
            "#V\u00c4RDEFEL!",
            "#VERDI!",
            "#WERT!",
            "#REF!",
            "#REFERENS!",
            "#REFERENCE!",
            "#BEZUG!",
            "#NAME?",
            "#NAVN?",
            "#NAMN?",
            "#NUM!",
            "#OGILTIGT!",
            "#ZAHL!",
            "#NULL!",
            "#NUL!",
            "#SAKNAS!",
            "#SPILL!",
            "#CALC!",
            "#NV",
            "#IT",
            "#I/A");

    private static final String MONTH = "(jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des|dez)";
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[-.]" + MONTH + "\\.?(-\\d{2,4})?|" + MONTH + "[-.]\\d{2,4}");

    private Spreadsheet() {}

    /** Whether the cell is an error value, which no list of missing values can make good. */
    public static boolean isError(String cell) {
        return cell.startsWith("#") && ERRORS.contains(cell.toUpperCase(Locale.ROOT));
    }

    /** Whether the cell looks like a label such as 1-2 or MAR1 that was taken for a date. */
    public static boolean isDateOfLabel(String cell) {
        return cell.length() >= 5
                && cell.length() <= 11
                && DATE.matcher(cell.toLowerCase(Locale.ROOT)).matches();
    }
}
