package org.regulus.inspection;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The one wall: front rooms know Java and {@code Refusal}; only what lies in edge touches the world. */
class WallsTest {

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.regulus.inspection");

    private final DescribedPredicate<JavaClass> front =
            DescribedPredicate.not(resideInAPackage("..edge..")).as("front rooms");

    @Test
    void front_rooms_know_java_and_refusal_only() {
        assertThat(main.that(front)).hasSizeGreaterThan(10);
        classes()
                .that(front)
                .should()
                .onlyDependOnClassesThat(front.and(resideInAPackage("org.regulus.inspection.."))
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("org.regulus.common.problem")))
                .check(main);
    }

    @Test
    void no_service_knows_another() {
        assertThat(main).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage("org.regulus.filing..")
                        .or(resideInAPackage("org.regulus.sanctions.."))
                        .or(resideInAPackage("org.regulus.notification.."))))
                .check(main);
    }
}
