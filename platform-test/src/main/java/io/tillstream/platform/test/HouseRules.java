package io.tillstream.platform.test;

import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.modulith.core.ApplicationModules;

/** The house style that a machine can check, the same in every service. */
public final class HouseRules {
    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .should(haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)"))
                    .because("a name says what a thing does for the business"),
            noClasses()
                    .should(haveNameMatching(".*\\.(Order|Item|Transaction|Invoice)"))
                    .because("these words mean several things here: see docs/glossary.md"),
            noClasses()
                    .that()
                    .areAssignableTo(RuntimeException.class)
                    .should()
                    .haveSimpleNameEndingWith("Exception")
                    .because("failures are named in domain words"),
            noFields()
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class)
                    .orShould()
                    .haveRawType(Double.class)
                    .orShould()
                    .haveRawType(Float.class)
                    .because("amounts and quantities are exact"),
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .because("a feature has one record of configuration properties"),
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .because("what a class needs stands in its constructor"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .because("time comes from the injected Clock"));

    private HouseRules() {}

    /**
     * Checks one service's own classes and that its features depend on each other without cycles (Modulith).
     *
     * @throws AssertionError naming every broken rule
     */
    public static void check(Class<?> application) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(application.getPackageName());
        RULES.forEach(rule -> rule.allowEmptyShould(true).check(classes));
        ApplicationModules.of(application).verify();
    }
}
