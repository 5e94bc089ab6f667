package org.regulus.filing.registry;

/**
 * Unified Social Credit Code (GB 32100-2015): 18 characters with two check characters, one over the whole and one (GB 11714) over the
 * organisation code inside it.
 */
public final class Uscc {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int ORGANISATION_START = 8;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private Uscc() {}

    /** Lower case is not normalised: an identifier is copied, not typed from memory. */
    public static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code.substring(0, LENGTH - 1))
                && code.charAt(LENGTH - 2)
                        == organisationCheck(code.substring(ORGANISATION_START, ORGANISATION_START + 8));
    }

    /** Weights 3^i mod 31 over the first 17 characters. */
    static char checkCharacter(String body) {
        int sum = 0;
        int weight = 1;
        for (char character : body.toCharArray()) {
            sum += ALPHABET.indexOf(character) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }
}
