package org.ipstrial.plan.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.NearestName;

/** A mapping of a plan whose keys are known: each is asked for by name, and then no others may be there. */
public final class Fields {

    private final PlanValue self;
    private final YamlNode.Mapping mapping;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(PlanValue self, YamlNode.Mapping mapping) {
        this.self = self;
        this.mapping = mapping;
    }

    /** The mapping itself. */
    public PlanValue self() {
        return self;
    }

    /** The value of a key, if the key is there; a key with nothing after it is there and has an empty value. */
    public Optional<PlanValue> get(String key) {
        known.add(key);
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .findFirst()
                .map(entry -> self.child(key, entry.value()));
    }

    /** The value of a key that must be there and not be empty. */
    public Optional<PlanValue> required(String key, String wanted) {
        Optional<PlanValue> value = get(key);
        Optional<PlanValue> something = value.filter(found -> !found.isNothing());
        if (something.isEmpty()) {
            value.orElse(self).refuse(FindingCode.E409, key, wanted);
        }
        return something;
    }

    /** The text of a key. */
    public Optional<Sited<String>> text(String key) {
        return get(key).flatMap(PlanValue::text);
    }

    /** The text of a key that must be there; empty text at the mapping's place where it is refused. */
    public Sited<String> requiredText(String key, String wanted) {
        return required(key, wanted).flatMap(PlanValue::text).orElseGet(() -> new Sited<>("", self.where()));
    }

    /** The text of a key, or what stands for it where the key is not there. */
    public Sited<String> textOr(String key, String otherwise) {
        return text(key).orElseGet(() -> new Sited<>(otherwise, self.where()));
    }

    /** The texts of a key. */
    public List<Sited<String>> texts(String key) {
        return get(key).map(PlanValue::texts).orElse(List.of());
    }

    /** One of some words. */
    public Optional<String> word(String key, List<String> words) {
        return get(key).flatMap(value -> value.word(words)).map(Sited::value);
    }

    /** A whole number within limits. */
    public Optional<Long> whole(String key, long least, long most) {
        return get(key).flatMap(value -> value.whole(least, most)).map(Sited::value);
    }

    /** The entries of a key whose own keys are free. */
    public List<NamedValue> entries(String key) {
        return get(key).map(PlanValue::entries).orElse(List.of());
    }

    /** Refuses every key that was not asked for. */
    public void noOthers() {
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                List<String> names = new ArrayList<>(known);
                String wanted = NearestName.to(key, names)
                        .map(name -> "the nearest that is known is '" + name + "'")
                        .orElse("the keys here are " + String.join(", ", names));
                self.child(key, entry.key()).refuse(FindingCode.E408, PlanWords.cut(key), wanted);
            }
        }
    }
}
