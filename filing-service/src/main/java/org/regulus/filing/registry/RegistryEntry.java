package org.regulus.filing.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.regulus.common.problem.Refusal.Flaw;

/**
 * One operator as an authority's register has it.
 *
 * @param province the first two digits of its GB/T 2260 division
 * @param creditClass A to D; empty when the operator has none, null when the register does not say: then what is known of it stays
 * @param noticeEmail the address for service of notices: a mailbox of the organisation, not of a person
 */
public record RegistryEntry(
        String uscc,
        String name,
        String province,
        String licenceClass,
        String licenceNumber,
        List<String> systemKinds,
        String noticeEmail,
        String language,
        String creditClass) {

    /** The 31 divisions of the mainland, whose telecoms the provincial communications administrations regulate. */
    public static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");

    /** Licence classes of the 2015 catalogue, and domain-name registration. */
    public static final Set<String> LICENCE_CLASSES =
            Set.of("A1", "A2", "B11", "B12", "B13", "B14", "B21", "B22", "B23", "B24", "B25", "B26", "DOMAIN");

    /** The kinds of system that the 2019 notice names. */
    public static final Set<String> SYSTEM_KINDS =
            Set.of("data-centre", "public-cloud", "cdn", "messaging", "transaction", "email", "app-store", "app");

    /** Credit risk classes of SAMR 2022 No. 6, from low to high. */
    public static final Set<String> CREDIT_CLASSES = Set.of("A", "B", "C", "D");

    public static final Set<String> LANGUAGES = Set.of("zh", "en");
    public static final int LONGEST_NAME = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,60}");

    /** Everything that is wrong with it, under the row's pointer. */
    public List<Flaw> flaws(String row) {
        List<Flaw> flaws = new ArrayList<>();
        check(flaws, Uscc.isValid(uscc), row + "/uscc", "registry.uscc", "Not a valid USCC (GB 32100-2015)");
        check(flaws, isText(name), row + "/name", "registry.name", "1 to 200 characters");
        check(flaws, PROVINCES.contains(province), row + "/province", "registry.province", "Two digits of GB/T 2260");
        check(
                flaws,
                LICENCE_CLASSES.contains(licenceClass),
                row + "/licence_class",
                "registry.licence-class",
                "One of " + LICENCE_CLASSES);
        check(flaws, isText(licenceNumber), row + "/licence_number", "registry.licence-number", "1 to 200 characters");
        check(
                flaws,
                !systemKinds.isEmpty() && SYSTEM_KINDS.containsAll(systemKinds),
                row + "/system_kinds",
                "registry.system-kinds",
                "One or more of " + SYSTEM_KINDS);
        check(flaws, isEmail(noticeEmail), row + "/notice_email", "registry.notice-email", "An e-mail address");
        check(flaws, LANGUAGES.contains(language), row + "/language", "registry.language", "zh or en");
        check(
                flaws,
                creditClass == null || creditClass.isEmpty() || CREDIT_CLASSES.contains(creditClass),
                row + "/credit_class",
                "registry.credit-class",
                "A, B, C, D or empty");
        return flaws;
    }

    static boolean isEmail(String text) {
        return text != null && EMAIL.matcher(text).matches();
    }

    static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    static void check(List<Flaw> flaws, boolean sound, String pointer, String code, String detail) {
        if (!sound) {
            flaws.add(new Flaw(pointer, code, detail));
        }
    }
}
