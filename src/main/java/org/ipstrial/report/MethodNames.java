package org.ipstrial.report;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Result;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.MeasureFamilies;
import org.ipstrial.catalogue.Method;

/**
 * What methods are called in the language of a page. English names are those of the catalogue; each other language has a
 * file of its own, {@code methods_da.properties} and so on. Ids of methods are the same in all languages.
 */
final class MethodNames {

    private static final String ADJUSTED = "p.adjusted.";

    private final Properties names;

    private MethodNames(Properties names) {
        this.names = names;
    }

    /** The names in a language. */
    static MethodNames of(Language language) {
        return new MethodNames(language == Language.EN ? new Properties() : Words.read("methods", language));
    }

    /**
     * A method of the catalogue that a result came by.
     *
     * @param family the family in which it is
     * @param method the method
     */
    record Known(Family<?> family, Method<?> method) {}

    /** The method of a result, if the catalogue has it. */
    static Optional<Known> known(Result result) {
        boolean overStrata = Names.isStrata(result.key().term()) || result.key().measure() == Measure.INTERACTION_TEST;
        // A check of a model, and what it looks at, are of the same methods where the model is without covariates.
        boolean adjusted = Names.isAdjusted(result.key().term())
                || Names.isAtCut(result.key().term())
                || ProportionalityBlocks.isCheck(result);
        return MeasureFamilies.of(result.key().measure())
                .filter(family -> family.isOfTimes()
                        || family.input().isAdjusted() == adjusted
                                && (adjusted || family.input().inStrata() == overStrata)
                        // Along an amount the models with covariates are those without and more.
                        || adjusted && family.input().alongAnAmount())
                .filter(family -> isOnScale(result, family))
                .filter(family -> family.isOfTimes() || isOfAsManyArms(result, family))
                .flatMap(family ->
                        family.method(result.key().method()).map(method -> new Known(family, method)).stream())
                .findFirst();
    }

    /** Tests of two arms and of all of them bear the same name. */
    private static boolean isOfAsManyArms(Result result, Family<?> family) {
        return result.key().measure() != Measure.TEST
                || family.input().isOfAllArms() == AllArmsLines.isOverAllArms(result);
    }

    /** Tests of several scales bear the same name. */
    private static boolean isOnScale(Result result, Family<?> family) {
        return family.scale()
                .map(scale -> Names.scale(result.key().term()).equals(Optional.of(scale.id())))
                .orElse(true);
    }

    /** The name of a result's method, or its id where the catalogue does not have it. */
    String of(Result result) {
        return known(result)
                .map(known -> of(known.family(), known.method()))
                .orElse(result.key().method());
    }

    /** The name of a method. */
    String of(Family<?> family, Method<?> method) {
        return names.getProperty(key(family, method), method.name());
    }

    /** A name as a line or a sentence begins with it; an English one stays as the catalogue has it. */
    String beginning(String name) {
        boolean isEnglish = names.isEmpty();
        return isEnglish ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** An adjustment of p-values as a sentence has it, which in English is its id. */
    String adjustment(String id) {
        return names.getProperty(adjustmentKey(id), id);
    }

    /** Where the name of a method stands: several families of a measure have methods of the same id. */
    static String key(Family<?> family, Method<?> method) {
        StringJoiner key = new StringJoiner(".");
        key.add(family.measure().id());
        key.add(family.input().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        family.scale().ifPresent(scale -> key.add(scale.id()));
        if (!method.id().isEmpty()) {
            key.add(method.id());
        }
        return key.toString();
    }

    /** Where the name of an adjustment stands. */
    static String adjustmentKey(String id) {
        return ADJUSTED + id;
    }
}
