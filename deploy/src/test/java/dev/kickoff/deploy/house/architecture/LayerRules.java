package dev.kickoff.deploy.house.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules on who may know whom, for the code below any root package. */
final class LayerRules {
  private static final Set<String> JDK =
      ModuleLayer.boot().modules().stream()
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toSet());

  private LayerRules() {}

  static ArchRule librariesStayAtHome(String root) {
    return classes().that().resideInAPackage(root + "..").should(useLibrariesAtHomeOnly(root));
  }

  static ArchRule modelNeverKnowsTheOutside(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".connectors..", root + ".jobs..");
  }

  static ArchRule connectorsNeverKnowJobs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".connectors..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".jobs..");
  }

  static ArchRule connectorsNeverKnowEachOther(String root) {
    return slices().matching(root + ".connectors.(*)..").should().notDependOnEachOther();
  }

  /** No package of the module depends on itself through others; sub-packages count on their own. */
  static ArchRule packagesFormNoCycle(String root, String module) {
    return slices().assignedFrom(packagesOf(root + "." + module)).should().beFreeOfCycles();
  }

  /** The forecast job may be replayed, so nothing that it can reach may call AWS. */
  static ArchRule awsIsOutOfReachOfTheForecastJob(String root) {
    return awsIsOutOfReachOf(root, ".jobs.forecast..");
  }

  /** A replay of thirty days in minutes makes no AWS call, because nothing it can reach could. */
  static ArchRule awsIsOutOfReachOfReplays(String root) {
    return awsIsOutOfReachOf(root, ".jobs.offline..");
  }

  private static ArchRule awsIsOutOfReachOf(String root, String packages) {
    return noClasses()
        .that()
        .resideInAPackage(root + packages)
        .should()
        .transitivelyDependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", root + ".connectors.aws..");
  }

  /** Capacity changes in two places only; a fleet may call itself and fleets behind it. */
  static ArchRule fleetIsCalledByTheControlLoopOnly(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and(not(root + ".jobs.control.."))
        .and(not(root + ".model.simulation.."))
        .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(root + ".model.fleet.Fleet")))
        .should(callTheFleet(root + ".model.fleet.Fleet"));
  }

  static ArchRule namesSayWhatATypeIs(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(
            "(.*[.$])?(\\w*(Impl|Utils?|Helper|Manager)|(Abstract|Base)([A-Z0-9]\\w*)?)");
  }

  private static DescribedPredicate<JavaClass> not(String packageIdentifier) {
    return DescribedPredicate.not(resideInAPackage(packageIdentifier));
  }

  private static ArchCondition<JavaClass> useLibrariesAtHomeOnly(String root) {
    return new ArchCondition<>("use outside libraries in their own packages only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          problem(root, type, target)
              .map(problem -> problem + ": " + dependency.getDescription())
              .ifPresent(text -> events.add(SimpleConditionEvent.violated(dependency, text)));
        }
      }
    };
  }

  private static Optional<String> problem(String root, JavaClass user, JavaClass target) {
    String name = target.getPackageName();
    if (target.isPrimitive() || JDK.contains(name) || (name + ".").startsWith(root + ".")) {
      return Optional.empty();
    }
    for (Library library : Library.ALL) {
      if (library.owns(target)) {
        return library.mayBeUsedIn(root, user.getPackageName())
            ? Optional.empty()
            : Optional.of(library.name() + " belongs in " + library.homes());
      }
    }
    return Optional.of("not in the table of libraries");
  }

  private static ArchCondition<JavaClass> callTheFleet(String fleet) {
    return new ArchCondition<>("call a method of Fleet") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          boolean self = access.getTargetOwner().equals(type);
          boolean door = access.getName().equals("describe") || access.getName().equals("scale");
          if (door && !self && access.getTargetOwner().isAssignableTo(fleet)) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }

  private static SliceAssignment packagesOf(String module) {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "the packages of " + module;
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        return (name + ".").startsWith(module + ".")
            ? SliceIdentifier.of(name)
            : SliceIdentifier.ignore();
      }
    };
  }
}
