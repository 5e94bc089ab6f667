package org.regulus.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code common} stays a small room: docs/decisions/0006 has the list of its packages. */
class ArchitectureTest {

    private static final int MOST_TYPES = 45;

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.regulus.common");

    @Test
    void it_has_no_more_types_than_we_agreed() {
        assertThat(topLevel()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_TYPES);
    }

    @Test
    void its_names_have_no_word_of_the_domain() {
        assertThat(topLevel()).noneMatch(type -> type.getSimpleName()
                .matches(".*(Filing|Inspection|Sanction|Notification|Case|Campaign).*"));
    }

    @Test
    void it_has_only_the_packages_that_were_decided() {
        assertThat(topLevel().stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(
                        "org.regulus.common.actor",
                        "org.regulus.common.deadline",
                        "org.regulus.common.document",
                        "org.regulus.common.event",
                        "org.regulus.common.outbox",
                        "org.regulus.common.problem",
                        "org.regulus.common.rest",
                        "org.regulus.common.time");
    }

    @Test
    void it_knows_no_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.regulus.filing..",
                        "org.regulus.inspection..",
                        "org.regulus.sanctions..",
                        "org.regulus.notification..")
                .check(main);
        assertThat(main).isNotEmpty();
    }

    private List<JavaClass> topLevel() {
        return main.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }
}
