package dev.kickoff.deploy.house.style;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All rules, over all files of a project. */
final class ProjectStyle {
  private static final int MOST_FILES_LINES = 150;
  private static final int METHOD_LINES = 70;
  private static final int MOST_METHODS_LINES = 40;
  private static final double LONG_METHODS = 0.05;
  private static final int PACKAGE_FILES = 15;
  private static final int README_LINES = 150;

  private final List<SourceFile> files;
  private final List<Finding> findings = new ArrayList<>();

  private ProjectStyle(List<SourceFile> files) {
    this.files = files;
  }

  /** What breaks a rule, rule by rule in the order of the checks. */
  static List<Finding> check(List<SourceFile> files) {
    ProjectStyle style = new ProjectStyle(files);
    style.findings.addAll(LineStyle.check(files));
    List<JavaStyle> java = JavaParser.read(files.stream().filter(SourceFile::isJava).toList());
    java.forEach(each -> style.findings.addAll(each.findings()));
    style.checkMethods(java.stream().flatMap(each -> each.methods().stream()).toList());
    style.checkPackages();
    style.checkModules();
    return style.findings;
  }

  private void checkMethods(List<JavaMethod> methods) {
    for (JavaMethod method : methods) {
      if (method.lines() > METHOD_LINES) {
        report(StyleRule.METHOD_LENGTH, method.place(), method.lines() + " lines");
      }
    }
    group(methods, method -> true, method -> half(method.file()))
        .forEach(
            (half, all) -> {
              List<JavaMethod> longer =
                  all.stream().filter(each -> each.lines() > MOST_METHODS_LINES).toList();
              if (longer.size() > Math.max(1, LONG_METHODS * all.size())) {
                List<String> places = longer.stream().map(JavaMethod::place).toList();
                String count = longer.size() + " of " + all.size() + ": ";
                report(StyleRule.MOST_METHODS_LENGTH, half, count + String.join(", ", places));
              }
            });
  }

  private void checkPackages() {
    group(files, SourceFile::isJava, SourceFile::folder)
        .forEach(
            (folder, all) -> {
              long types = all.stream().filter(file -> !file.isPackageInfo()).count();
              if (types > PACKAGE_FILES) {
                report(StyleRule.PACKAGE_SIZE, folder, types + " files");
              }
            });
    group(files, SourceFile::isMainJava, SourceFile::folder)
        .forEach(
            (folder, all) -> {
              boolean marked =
                  all.stream()
                      .anyMatch(f -> f.isPackageInfo() && f.text().contains("\n@NullMarked\n"));
              if (!marked) {
                report(StyleRule.PACKAGE_INFO, folder, "no package-info.java with @NullMarked");
              }
            });
  }

  private void checkModules() {
    group(files, SourceFile::isMainJava, SourceFile::module).forEach(this::checkMostFiles);
    for (SourceFile file : files) {
      if (file.path().matches("[^/]+/README.md")) {
        checkPackagesAreNamed(file);
      }
      if (file.path().matches("[^/]+/pom.xml") && !exists(file.module() + "/README.md")) {
        report(StyleRule.MODULE_README, file.module(), "no README.md");
      }
      if (file.path().equals("README.md") && file.lines().size() > README_LINES) {
        report(StyleRule.README_LENGTH, file.path(), file.lines().size() + " lines");
      }
    }
  }

  /** The first level below the module's root package; a table row or a sentence will do. */
  private void checkPackagesAreNamed(SourceFile readme) {
    Pattern stage = Pattern.compile(readme.module() + "/src/main/java/[^/]+/[^/]+/[^/]+/(\\w+)/.*");
    files.stream()
        .map(file -> stage.matcher(file.path()))
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .distinct()
        .filter(name -> !readme.text().contains("`" + name + "`"))
        .forEach(name -> report(StyleRule.README_PACKAGES, readme.path(), "no word on " + name));
  }

  private void checkMostFiles(String module, List<SourceFile> main) {
    List<Integer> lengths = main.stream().map(file -> file.lines().size()).sorted().toList();
    int ninth = lengths.get((int) Math.ceil(0.9 * lengths.size()) - 1);
    if (ninth > MOST_FILES_LINES) {
      List<String> longer =
          main.stream()
              .filter(file -> file.lines().size() > MOST_FILES_LINES)
              .map(file -> file.path() + " " + file.lines().size())
              .toList();
      String what = longer.size() + " of " + main.size() + " are longer: ";
      report(StyleRule.MOST_FILES_LENGTH, module, what + String.join(", ", longer));
    }
  }

  private boolean exists(String path) {
    return files.stream().anyMatch(file -> file.path().equals(path));
  }

  private static String half(SourceFile file) {
    return file.module() + (file.isMainJava() ? "/src/main" : "/src/test");
  }

  private static <T> Map<String, List<T>> group(
      List<T> all, Predicate<T> which, Function<T, String> by) {
    return all.stream().filter(which).collect(groupingBy(by, TreeMap::new, toList()));
  }

  private void report(StyleRule rule, String place, String what) {
    findings.add(new Finding(rule, place, what));
  }
}
