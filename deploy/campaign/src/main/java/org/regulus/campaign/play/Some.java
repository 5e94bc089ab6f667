package org.regulus.campaign.play;

import java.util.List;
import java.util.stream.IntStream;

/** A part of a crowd, spread over it. */
final class Some {

    private Some() {}

    /** Of each so many the one at that place; of fewer at least one, if there is anybody. */
    static <T> List<T> oneIn(int many, int place, List<T> all) {
        int first = all.isEmpty() ? 0 : place % Math.min(many, all.size());
        return IntStream.range(0, all.size())
                .filter(index -> index % many == first)
                .mapToObj(all::get)
                .toList();
    }

    static <T> List<T> without(List<T> all, List<T> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }
}
