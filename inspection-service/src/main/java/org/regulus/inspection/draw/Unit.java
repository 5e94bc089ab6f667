package org.regulus.inspection.draw;

/**
 * What can be drawn, as it stands in the frame.
 *
 * @param stratum the group it is drawn in; {@link #ALL} when there is one group only
 * @param weight its chance against that of the others in the group, at least 1
 * @param creditClass A to D or {@link #UNCLASSED}, where the draw's rules ask for it; else {@link #NOT_ASKED}
 */
public record Unit(String id, String stratum, int weight, String creditClass) {

    public static final String ALL = "all";
    public static final String UNCLASSED = "none";
    public static final String NOT_ASKED = "";

    public Unit(String id, String stratum, int weight) {
        this(id, stratum, weight, NOT_ASKED);
    }

    public static Unit plain(String id) {
        return new Unit(id, ALL, 1);
    }

    /**
     * Its line in the frame: {@code id,stratum,weight,creditClass}; {@code id,stratum,weight} when the rules do not ask for the class; and
     * then the id alone when the group is all and the weight is 1.
     */
    public String line() {
        if (isClassed()) {
            return id + "," + stratum + "," + weight + "," + creditClass;
        }
        return stratum.equals(ALL) && weight == 1 ? id : id + "," + stratum + "," + weight;
    }

    public static Unit parse(String line) {
        String[] parts = line.split(",");
        return parts.length == 1
                ? plain(line)
                : new Unit(parts[0], parts[1], Integer.parseInt(parts[2]), parts.length == 4 ? parts[3] : NOT_ASKED);
    }

    private boolean isClassed() {
        return !creditClass.equals(NOT_ASKED);
    }
}
