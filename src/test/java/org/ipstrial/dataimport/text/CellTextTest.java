package org.ipstrial.dataimport.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every character of sixteen bits, held against what the Unicode Character Database says of it. */
class CellTextTest {

    /** SOFT HYPHEN, MONGOLIAN VOWEL SEPARATOR, ZERO WIDTH SPACE, NON-JOINER and JOINER, WORD JOINER, byte order mark. */
    private static final Set<Integer> NO_WIDTH = Set.of(0xad, 0x180e, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff);

    /** The property Bidi_Control of PropList.txt. */
    private static final Set<Integer> DIRECTION =
            Set.of(0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069);

    private static boolean isOddBlank(int c) {
        return c != ' ' && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static Set<Integer> charactersThat(IntPredicate predicate) {
        return IntStream.rangeClosed(0, 0xffff)
                .filter(c -> !Character.isSurrogate((char) c))
                .filter(predicate)
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void blanksOfEveryKindAndMarksOfNoWidthAreCutOffTheEnds() {
        Set<Integer> wanted = charactersThat(c -> c == ' ' || c == '\t' || isOddBlank(c) || NO_WIDTH.contains(c));

        assertThat(charactersThat(c -> CellText.trim((char) c + "x").equals("x")))
                .isEqualTo(wanted);
        assertThat(charactersThat(c -> CellText.trim("x" + (char) c).equals("x")))
                .isEqualTo(wanted);
        assertThat(charactersThat(c -> CellText.isBlank("" + (char) c))).isEqualTo(wanted);
    }

    @Test
    void nothingButBlanksIsNothing() {
        assertThat(CellText.trim(" \u00a0\t")).isEmpty();
        assertThat(CellText.trim("")).isEmpty();
        assertThat(CellText.isBlank("")).isTrue();
    }

    @Test
    void insideEveryBlankIsAnOrdinaryOneAndNothingHasNoWidth() {
        assertThat(charactersThat(c -> CellText.plain("x" + (char) c + "y").equals("x y")))
                .isEqualTo(charactersThat(c -> c == ' ' || isOddBlank(c)));
        assertThat(charactersThat(c -> CellText.plain("x" + (char) c + "y").equals("xy")))
                .isEqualTo(charactersThat(c -> NO_WIDTH.contains(c) || DIRECTION.contains(c)));
    }

    @Test
    void theFirstOddBlankIsNamed() {
        assertThat(charactersThat(c -> CellText.firstOddBlank("x" + (char) c) == c))
                .isEqualTo(charactersThat(c -> isOddBlank(c) || NO_WIDTH.contains(c)));
        assertThat(CellText.firstOddBlank("x y\u202f\u00a0")).isEqualTo(0x202f);
        assertThat(CellText.firstOddBlank("\u00a0")).isEqualTo(0xa0);
        assertThat(CellText.firstOddBlank("x y~")).isEqualTo(-1);
    }

    @Test
    void theFirstMarkOfDirectionIsNamed() {
        assertThat(charactersThat(c -> CellText.firstDirectionMark((char) c + "x") == c))
                .isEqualTo(DIRECTION);
        assertThat(CellText.firstDirectionMark("x\u202e\u200e")).isEqualTo(0x202e);
        assertThat(CellText.firstDirectionMark("x")).isEqualTo(-1);
    }

    @Test
    void theFirstControlIsNamed() {
        assertThat(CellText.firstControl("x\u0007\n")).isEqualTo(7);
        assertThat(CellText.firstControl("\n")).isEqualTo('\n');
        assertThat(CellText.firstControl("x\u0085")).isEqualTo(0x85);
        assertThat(CellText.firstControl("x\ud800")).as("half a pair").isEqualTo(0xd800);
        assertThat(CellText.firstControl("\u200b\u202ex y~")).isEqualTo(-1);
        assertThat(CellText.firstControl("\ud83d\ude00")).isEqualTo(-1);
    }

    @Test
    void foldedIsWithoutCaseAndBlanks() {
        assertThat(CellText.folded(" A B")).isEqualTo("ab");
        assertThat(CellText.folded("AB")).isEqualTo("ab");
        assertThat(CellText.folded("\u0130")).as("as no language does").isEqualTo("i\u0307");
    }

    @Test
    void aNumberHasFourDigitsOrMore() {
        assertThat(CellText.hex(0x9)).isEqualTo("0009");
        assertThat(CellText.hex(0xfeff)).isEqualTo("FEFF");
        assertThat(CellText.hex(0x10ffff)).isEqualTo("10FFFF");
    }
}
