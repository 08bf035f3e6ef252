package dev.kickoff.deploy.house.style;

/** The rules of the house that can be counted; CONTRIBUTING.md says them in words. */
enum StyleRule {
  FILE_LENGTH("a Java, .js or .css file has at most 300 lines"),
  MOST_FILES_LENGTH("nine of ten main files of a module have at most 150 lines"),
  METHOD_LENGTH("a method has at most 70 lines"),
  MOST_METHODS_LENGTH("of a module's methods at most 5 % have more than 40 lines"),
  PARAMETERS(
      "at most 4 parameters; 8 components of a record, or parameters of a private constructor"),
  PACKAGE_SIZE("at most 15 files a package, beside package-info"),
  PACKAGE_INFO("a main package has a package-info.java with @NullMarked"),
  JAVADOC("a public type has Javadoc"),
  LINE_LENGTH("at most 100 characters a line of Java, but a text block in a test may quote more"),
  WILDCARD_IMPORT("an import names one type"),
  UNFINISHED("nothing is left to do in a comment"),
  AUTHOR("the history knows the author"),
  COMMENTED_OUT("no commented-out code"),
  DISABLED("a disabled test says why"),
  SLEEP("wait for a condition, or say why not in a comment that starts with 'sleeps'"),
  EMPTY_CATCH("an exception is not dropped without a word"),
  TAB("no tabs"),
  WORK_PLACE("no path of the place where it was written"),
  MODULE_README("a module has a README.md"),
  README_PACKAGES("a module's README names each of its packages"),
  README_LENGTH("the README has at most 150 lines");

  private final String sentence;

  StyleRule(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
