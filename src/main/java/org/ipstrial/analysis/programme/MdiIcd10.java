package org.ipstrial.analysis.programme;

import java.util.EnumSet;
import java.util.Set;
import org.ipstrial.dataset.programme.ScoreRange;
import org.ipstrial.dataset.programme.Screening;

/**
 * The MDI by the algorithm for ICD-10. A core symptom is one of items 1 to 3 scored 4 or 5; another symptom one of items 4
 * to 10 scored 3 or more. With {@code c} core and {@code o} other symptoms the printed rule is
 * <pre>
 *   mild      c = 2       and o = 2 or 3
 *   moderate  c = 2 or 3  and o = 4
 *   severe    c = 3       and o = 5 or more
 * </pre>
 * It says nothing of {@code c = 2, o &ge; 5}, of {@code c = 3, o = 3}, and of {@code c = 3, o = 1 or 2}. The rule here is
 * the one of counts that ICD-10 itself goes by, which agrees with the printed one wherever that speaks:
 * <pre>
 *   none      c &lt; 2, or c + o &lt; 4
 *   severe    c = 3 and c + o &ge; 8
 *   moderate  c + o &ge; 6 otherwise
 *   mild      c + o = 4 or 5
 * </pre>
 * so that {@code c = 2, o &ge; 5} and {@code c = 3, o = 3} are moderate and {@code c = 3, o = 1 or 2} mild. How many people
 * are classed by a combination that is not printed is told.
 *
 * <p>Edges: with answers missing, every class that they leave possible.
 *
 * <p>Source: the printed rule as quoted from Bech P et al. (2001), Journal of Affective Disorders 66:159-164; counts of
 * symptoms: WHO (1993), The ICD-10 Classification of Mental and Behavioural Disorders, Diagnostic criteria for research,
 * F32.0 to F32.2 (from memory, to be held against the book).
 */
final class MdiIcd10 {

    private static final int CORE = 3;
    private static final int CORE_FROM = 4;
    private static final int OTHER_FROM = 3;

    private MdiIcd10() {}

    /**
     * What the algorithm gives.
     *
     * @param classes the classes that the answers leave possible
     * @param printed whether the printed rule speaks of every combination that they leave possible
     */
    record Classes(Set<Severity> classes, boolean printed) {}

    /** The classes of a screening. */
    static Classes of(Screening screening) {
        MdiItems items = new MdiItems(screening);
        int[] core = symptoms(items, 1, CORE, CORE_FROM);
        int[] other = symptoms(items, CORE + 1, MdiItems.ITEMS, OTHER_FROM);
        Set<Severity> classes = EnumSet.noneOf(Severity.class);
        boolean printed = true;
        for (int c = core[0]; c <= core[1]; c++) {
            for (int o = other[0]; o <= other[1]; o++) {
                classes.add(of(c, o));
                printed &= isPrinted(c, o);
            }
        }
        return new Classes(classes, printed);
    }

    /** The class of so many core and other symptoms. */
    static Severity of(int core, int other) {
        int all = core + other;
        if (core < 2 || all < 4) {
            return Severity.NONE;
        }
        if (core == CORE && all >= 8) {
            return Severity.SEVERE;
        }
        return all >= 6 ? Severity.MODERATE : Severity.MILD;
    }

    /** Whether the printed rule gives the combination a class, or clearly none. */
    static boolean isPrinted(int core, int other) {
        boolean silent = (core == 2 && other >= 5) || (core == CORE && other >= 1 && other <= 3);
        return !silent;
    }

    /** How many symptoms there are at least, and at most. */
    private static int[] symptoms(MdiItems items, int first, int last, int from) {
        int[] number = new int[2];
        for (int item = first; item <= last; item++) {
            ScoreRange range = items.item(item);
            number[0] += range.least() >= from ? 1 : 0;
            number[1] += range.most() >= from ? 1 : 0;
        }
        return number;
    }
}
