package org.regulus.filing.registry;

import static org.regulus.filing.registry.RegistryEntry.check;
import static org.regulus.filing.registry.RegistryEntry.isText;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One system of an operator's inventory.
 *
 * @param kind one of the kinds that the 2019 notice names, or {@code other}
 * @param protectionLevel 1 to 5 (Order 11, Art. 7)
 * @param data the classes of data that it processes (DSL Art. 21, PIPL Art. 28)
 * @param users how many, about; null when nobody counted
 */
public record OperatedSystem(
        String name, String kind, int protectionLevel, List<String> data, Long users, String hosting, String exposure) {

    public static final Set<String> HOSTINGS = Set.of("own", "hosted", "cloud");
    public static final Set<String> EXPOSURES = Set.of("internet", "partners", "internal");
    public static final Set<String> DATA = Set.of("personal", "sensitive-personal", "important", "core", "none");
    static final String OTHER = "other";

    public OperatedSystem {
        data = data == null ? List.of() : data;
    }

    public List<Flaw> flaws(String at) {
        List<Flaw> flaws = new ArrayList<>();
        check(flaws, isText(name), at + "/name", "registry.system-name", "1 to 200 characters");
        check(
                flaws,
                kind != null && (kind.equals(OTHER) || RegistryEntry.SYSTEM_KINDS.contains(kind)),
                at + "/kind",
                "registry.system-kinds",
                "other, or one of " + RegistryEntry.SYSTEM_KINDS);
        check(
                flaws,
                protectionLevel >= 1 && protectionLevel <= 5,
                at + "/protectionLevel",
                "registry.protection-level",
                "1 to 5");
        check(
                flaws,
                data.stream().allMatch(one -> one != null && DATA.contains(one)),
                at + "/data",
                "registry.data",
                "Of " + DATA);
        check(flaws, users == null || users >= 0, at + "/users", "registry.users", "0 or more");
        check(
                flaws,
                hosting != null && HOSTINGS.contains(hosting),
                at + "/hosting",
                "registry.hosting",
                "One of " + HOSTINGS);
        check(
                flaws,
                exposure != null && EXPOSURES.contains(exposure),
                at + "/exposure",
                "registry.exposure",
                "One of " + EXPOSURES);
        return flaws;
    }

    /** What is wrong with an inventory: each system has a name of its own. */
    public static List<Flaw> flawsOf(List<OperatedSystem> systems) {
        List<Flaw> flaws = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < systems.size(); i++) {
            OperatedSystem system = systems.get(i);
            flaws.addAll(system.flaws("/systems/" + i));
            check(
                    flaws,
                    !names.contains(system.name()),
                    "/systems/%d/name".formatted(i),
                    "registry.duplicate",
                    "An earlier system has this name");
            names.add(system.name());
        }
        return flaws;
    }
}
