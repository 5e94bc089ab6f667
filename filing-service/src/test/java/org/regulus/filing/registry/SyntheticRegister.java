package org.regulus.filing.registry;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A register of operators that do not exist, with identifiers that are well formed. */
public final class SyntheticRegister {

    public static final String HEADER =
            "uscc,name,province,licence_class,licence_number,system_kinds,notice_email,language\n";

    private SyntheticRegister() {}

    public static String uscc(int number) {
        String organisation = "%08d".formatted(number);
        String body = "91440300" + organisation + Uscc.organisationCheck(organisation);
        return body + Uscc.checkCharacter(body);
    }

    public static String csv(int operators) {
        return HEADER
                + IntStream.range(0, operators)
                        .mapToObj(
                                n -> "%s,合成 %d,44,B11,B1-%08d,cdn,n%d@synthetic.example,zh".formatted(uscc(n), n, n, n))
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
