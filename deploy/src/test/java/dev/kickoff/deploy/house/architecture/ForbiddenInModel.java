package dev.kickoff.deploy.house.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.regex.Pattern;

/** What of the JDK the model must not touch: all that makes the same inputs give other results. */
enum ForbiddenInModel {
  CLOCK(
      "java\\.time\\.Clock|java\\.util\\.(Date|Calendar|GregorianCalendar)",
      "java\\.time\\..*\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"),

  /** A generator that is seeded by an argument is no random source; one that seeds itself is. */
  RANDOM_SOURCE(
      "java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom",
      "java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID"
          + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)"
          + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)"
          + "|java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)"),

  IO(
      "java\\.io\\.(File\\w*|RandomAccessFile|Console)|java\\.nio\\.(file|channels)\\..*"
          + "|java\\.net\\.(?!URI(SyntaxException)?$).*|java\\.sql\\..*|javax\\.net\\..*"
          + "|java\\.lang\\.(Process|ProcessBuilder|Runtime)",
      "java\\.lang\\.System\\.(out|err|in|getenv|getProperty|getProperties)"
          + "|java\\.lang\\.Class\\.getResource\\w*"),

  THREAD(
      "java\\.lang\\.(Thread|ThreadLocal|InheritableThreadLocal)|java\\.util\\.(Timer|TimerTask)"
          + "|java\\.util\\.concurrent\\.(?!ThreadLocalRandom|TimeUnit).*",
      ".*\\.(parallelStream|parallel)|java\\.lang\\.Object\\.(wait|notify|notifyAll)"),

  LOGGER("java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger.*", ".*\\.getLogger"),

  /** What differs from machine to machine. */
  DEFAULT_OF_THE_MACHINE(
      "java\\.net\\.InetAddress",
      "java\\.time\\.ZoneId\\.systemDefault|java\\.util\\.(Locale|TimeZone)\\.getDefault");

  private final Pattern types;
  private final Pattern members;

  /**
   * @param types full names of classes that must not be known
   * @param members {@code owner.name}, with the parameter types or without, that must not be used
   */
  ForbiddenInModel(String types, String members) {
    this.types = Pattern.compile(types);
    this.members = Pattern.compile(members);
  }

  /** The rule for the model below {@code root}. */
  ArchRule rule(String root) {
    return ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(root + ".model..")
        .should(touchIt());
  }

  private ArchCondition<JavaClass> touchIt() {
    return new ArchCondition<>("touch a " + name()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getBaseComponentType().getName();
          if (types.matcher(target).matches()) {
            events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
          }
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (isForbidden(access)) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }

  private boolean isForbidden(JavaAccess<?> access) {
    String member = access.getTargetOwner().getName() + "." + access.getName();
    String full = access.getTarget().getFullName();
    return members.matcher(member).matches() || members.matcher(full).matches();
  }
}
