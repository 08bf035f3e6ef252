package dev.kickoff.deploy.house.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule catches a file that breaks it, and only that one. */
class BrokenStyleTest {
  private static final SourceFile INFO =
      java("package-info", "/** Things. */\n@NullMarked\npackage a;\n");
  private static final String HEAD = "package a;\n\n/** A thing. */\npublic class Thing {\n";

  @ParameterizedTest
  @EnumSource
  void catchesCodeThatBreaks(StyleRule rule) {
    List<Finding> findings = ProjectStyle.check(broken(rule));
    assertThat(findings).extracting(Finding::rule).contains(rule).containsOnly(rule);
  }

  @Test
  void findsNothingInSoundCode() {
    String sound =
        HEAD
            + "  // A comment with a link: https://example.org/"
            + "x".repeat(100)
            + "\n"
            + "  record Eight(int a, int b, int c, int d, int e, int f, int g, int h) {\n"
            + "    static final int LIMIT = 9;\n  }\n\n"
            + "  @Override\n  public void dictated(int a, int b, int c, int d, int e) {\n"
            + "    try {\n      // sleeps because the other side gives no sign\n"
            + "      Thread.sleep(1);\n    } catch (InterruptedException e) {\n"
            + "      // told to stop\n    }\n  }\n\n"
            + "  @Disabled(\"needs a browser\")\n  void off() {\n"
            + lines(37)
            + "  }\n}\n";
    assertThat(ProjectStyle.check(List.of(INFO, java("Thing", sound)))).isEmpty();
  }

  @Test
  void testsMayQuoteLongLinesInTextBlocksAndNowhereElse() {
    String quote = "\"".repeat(3);
    String text = "class Quote {\n  String s =\n" + quote + "\n" + "x".repeat(120) + "\n" + quote;
    SourceFile sound = new SourceFile("m/src/test/java/a/Quote.java", text + ";\n}\n");
    assertThat(ProjectStyle.check(List.of(sound))).isEmpty();
    SourceFile after =
        new SourceFile("m/src/test/java/a/Quote.java", text + ";" + " ".repeat(120) + "\n}\n");
    assertThat(ProjectStyle.check(List.of(after))).hasSize(1);
  }

  @Test
  void saysWhereAndWhat() {
    SourceFile thing =
        java("Thing", HEAD + "  void five(int a, int b, int c, int d, int e) {}\n}\n");
    assertThat(ProjectStyle.check(List.of(INFO, thing)))
        .hasToString("[m/src/main/java/a/Thing.java:5: five has 5 parameters]");
  }

  private static List<SourceFile> broken(StyleRule rule) {
    return switch (rule) {
      case FILE_LENGTH -> List.of(new SourceFile("m/console/app.js", "x\n".repeat(301)));
      case MOST_FILES_LENGTH -> with(HEAD + "\n".repeat(150) + "}\n");
      case METHOD_LENGTH -> with(HEAD + "  void much() {\n" + lines(69) + "  }\n}\n");
      case MOST_METHODS_LENGTH ->
          with(HEAD + ("  void one() {\n" + lines(39) + "  }\n").repeat(2) + "}\n");
      case PARAMETERS ->
          with(
              HEAD
                  + "  record R(int a, int b, int c, int d, int e, int f, int g, int h,"
                  + " int i) {}\n}");
      case PACKAGE_SIZE -> many(16);
      case PACKAGE_INFO -> List.of(java("Thing", HEAD + "}\n"));
      case JAVADOC -> with("package a;\n\npublic class Thing {}\n");
      case LINE_LENGTH -> with(HEAD + "  String s = \"" + "x".repeat(90) + "\";\n}\n");
      case WILDCARD_IMPORT -> with("package a;\n\nimport java.util.*;\n\nclass Thing {}\n");
      case UNFINISHED -> with(HEAD + "  // TO" + "DO the rest\n}\n");
      case AUTHOR ->
          with("package a;\n\n/**\n * A thing.\n *\n * @auth" + "or me\n */\nclass Thing {}");
      case COMMENTED_OUT -> with(HEAD + "  // hosts = 3;\n}\n");
      case DISABLED -> with(HEAD + "  @Disabled\n  void test() {}\n}\n");
      case SLEEP -> with(HEAD + "  void nap() {\n    Thread.sleep(5);\n  }\n}\n");
      case EMPTY_CATCH ->
          with(
              HEAD
                  + "  void drop() {\n    try {\n      run();\n"
                  + "    } catch (Exception e) {\n    }\n  }\n}\n");
      case TAB -> List.of(new SourceFile("deploy/job.yaml", "a:\n\tb: 1\n"));
      case WORK_PLACE -> List.of(new SourceFile("notes.md", "see /wo" + "rk/somewhere\n"));
      case MODULE_README -> List.of(new SourceFile("m/pom.xml", "<project/>\n"));
      case README_PACKAGES ->
          List.of(
              new SourceFile("m/README.md", "# m: `other`\n"),
              new SourceFile("m/src/main/java/dev/kickoff/m/plan/package-info.java", INFO.text()));
      case README_LENGTH -> List.of(new SourceFile("README.md", "a line\n".repeat(151)));
    };
  }

  private static List<SourceFile> with(String text) {
    return List.of(INFO, java("Thing", text));
  }

  private static List<SourceFile> many(int count) {
    List<SourceFile> files = new ArrayList<>(List.of(INFO));
    for (int i = 0; i < count; i++) {
      files.add(java("Thing" + i, "package a;\n\nclass Thing" + i + " {}\n"));
    }
    return files;
  }

  private static SourceFile java(String name, String text) {
    return new SourceFile("m/src/main/java/a/" + name + ".java", text);
  }

  private static String lines(int count) {
    return "    run();\n".repeat(count);
  }
}
