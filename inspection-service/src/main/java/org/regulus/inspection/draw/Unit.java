package org.regulus.inspection.draw;

/**
 * What can be drawn, as it stands in the frame.
 *
 * @param stratum the group it is drawn in; {@link #ALL} when there is one group only
 * @param weight its chance against that of the others in the group, at least 1
 */
public record Unit(String id, String stratum, int weight) {

    public static final String ALL = "all";

    public static Unit plain(String id) {
        return new Unit(id, ALL, 1);
    }

    /** Its line in the frame: {@code id,stratum,weight}, or the id alone when the group is all and the weight is 1. */
    public String line() {
        return stratum.equals(ALL) && weight == 1 ? id : id + "," + stratum + "," + weight;
    }

    public static Unit parse(String line) {
        String[] parts = line.split(",");
        return parts.length == 1 ? plain(line) : new Unit(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
