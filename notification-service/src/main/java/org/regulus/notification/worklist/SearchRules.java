package org.regulus.notification.worklist;

import java.util.List;
import org.regulus.common.problem.Refusal;

/** What a person may keep. */
public final class SearchRules {

    public static final int PER_PERSON_MAX = 50;
    public static final int NAME_MAX = 100;

    private SearchRules() {}

    /**
     * @param others names that the person keeps already, without the one that is changed
     * @throws Refusal CONFLICT {@code saved-search.name-taken}, {@code saved-search.too-many}
     */
    public static String name(String wanted, List<String> others) {
        String name = wanted.strip();
        if (others.stream().anyMatch(name::equalsIgnoreCase)) {
            throw Refusal.conflict("saved-search.name-taken", "You keep a search of that name already");
        }
        if (others.size() >= PER_PERSON_MAX) {
            throw Refusal.conflict("saved-search.too-many", "A person keeps at most " + PER_PERSON_MAX);
        }
        return name;
    }
}
