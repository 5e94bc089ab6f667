package org.regulus.campaign.registry;

/** Check characters of unified social credit codes: GB 32100-2015 outside, GB 11714 inside. */
public final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;
    private static final int INNER_START = 8;

    private Uscc() {}

    /**
     * A complete code of an enterprise (91).
     *
     * @param division six digits of GB/T 2260
     * @param body the eight characters of the organisation code before its check character
     */
    public static String enterprise(String division, String body) {
        String first17 = "91" + division + body + innerCheck(body);
        return first17 + check(first17);
    }

    /** Whether both check characters are right; lower case and the letters I, O, S, V, Z are not. */
    public static boolean valid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && innerCheck(code.substring(INNER_START, LENGTH - 2)) == code.charAt(LENGTH - 2)
                && check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    private static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char innerCheck(String body) {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), Character.MAX_RADIX) * INNER_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : Character.forDigit(check, 10);
    }
}
