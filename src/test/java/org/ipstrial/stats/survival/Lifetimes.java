package org.ipstrial.stats.survival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Times for tests: small whole numbers with many ties, some censored; the seed is always named. */
public final class Lifetimes {

    private Lifetimes() {}

    /** A person of a test. */
    public record Person(double time, int cause, int arm, int stratum) {}

    /** Five to forty people in some arms and strata, with causes up to a number. */
    public static List<Person> people(int seed, int arms, int strata, int causes) {
        Random random = new Random(seed);
        int n = arms * 4 + random.nextInt(30);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int cause = random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(causes);
            people.add(new Person(random.nextInt(15), cause, i % arms, random.nextInt(strata)));
        }
        return people;
    }

    /** The same people with times without ties. */
    public static List<Person> untied(List<Person> people, int seed) {
        List<Integer> times =
                new ArrayList<>(IntStream.rangeClosed(1, people.size()).boxed().toList());
        Collections.shuffle(times, new Random(seed));
        return IntStream.range(0, people.size())
                .mapToObj(i -> new Person(
                        times.get(i),
                        people.get(i).cause(),
                        people.get(i).arm(),
                        people.get(i).stratum()))
                .toList();
    }

    /** The same people with times changed. */
    public static List<Person> at(List<Person> people, DoubleUnaryOperator change) {
        return people.stream()
                .map(person ->
                        new Person(change.applyAsDouble(person.time()), person.cause(), person.arm(), person.stratum()))
                .toList();
    }

    /** The same people, none of them censored. */
    public static List<Person> uncensored(List<Person> people) {
        return people.stream()
                .map(person -> new Person(person.time(), Math.max(1, person.cause()), person.arm(), person.stratum()))
                .toList();
    }

    /** The same people in another order. */
    public static List<Person> shuffled(List<Person> people, int seed) {
        List<Person> other = new ArrayList<>(people);
        Collections.shuffle(other, new Random(seed));
        return other;
    }

    /** The people as the methods take them. */
    public static SurvivalTimes times(List<Person> people) {
        return SurvivalTimes.of(
                people.stream().mapToDouble(Person::time).toArray(),
                people.stream().mapToInt(Person::cause).toArray(),
                people.stream().mapToInt(Person::arm).toArray(),
                people.stream().mapToInt(Person::stratum).toArray());
    }

    /** Two arms in one stratum, each written as {@code 9 13+ 13b}: {@code +} is censored, {@code b} the second cause. */
    public static SurvivalTimes of(String... arms) {
        List<Person> people = new ArrayList<>();
        for (int arm = 0; arm < arms.length; arm++) {
            for (String word : arms[arm].split(" ")) {
                int cause = word.endsWith("+") ? 0 : word.endsWith("b") ? 2 : 1;
                people.add(new Person(Double.parseDouble(word.replaceAll("[+b]$", "")), cause, arm, 0));
            }
        }
        return times(people);
    }
}
