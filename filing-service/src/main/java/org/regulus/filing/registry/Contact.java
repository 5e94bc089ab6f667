package org.regulus.filing.registry;

import static org.regulus.filing.registry.RegistryEntry.check;
import static org.regulus.filing.registry.RegistryEntry.isText;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * A person whom an authority can turn to.
 *
 * @param languages in which, the best first
 * @param phone null when there is none
 */
public record Contact(String name, String role, List<String> languages, String email, String phone) {

    public static final Set<String> ROLES = Set.of("security", "filing", "legal", "management");

    public Contact {
        languages = languages == null ? List.of() : languages;
    }

    public List<Flaw> flaws(String at) {
        List<Flaw> flaws = new ArrayList<>();
        check(flaws, isText(name), at + "/name", "registry.contact-name", "1 to 200 characters");
        check(flaws, role != null && ROLES.contains(role), at + "/role", "registry.contact-role", "One of " + ROLES);
        check(
                flaws,
                !languages.isEmpty()
                        && languages.stream().allMatch(one -> one != null && RegistryEntry.LANGUAGES.contains(one)),
                at + "/languages",
                "registry.language",
                "zh, en or both");
        check(flaws, RegistryEntry.isEmail(email), at + "/email", "registry.contact-email", "An e-mail address");
        check(flaws, phone == null || isText(phone), at + "/phone", "registry.contact-phone", "1 to 200 characters");
        return flaws;
    }
}
