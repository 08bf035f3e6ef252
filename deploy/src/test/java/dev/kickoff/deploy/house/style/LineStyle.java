package dev.kickoff.deploy.house.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that one file, or one line of it, can break. */
final class LineStyle {
  private static final int FILE_LINES = 300;
  private static final int LINE_LENGTH = 100;
  private static final Pattern MAY_BE_LONG = Pattern.compile("^(package|import) .*|.*://.*");
  // Written so that these lines do not find themselves.
  private static final Pattern UNFINISHED = Pattern.compile(".*\\b(TO" + "DO|FIX" + "ME)\\b.*");
  private static final Pattern WORK_PLACE = Pattern.compile(".*(?<![\\w.-])/wo" + "rk/.*");
  private static final Pattern CODE_IN_COMMENT = Pattern.compile("\\s*//.*[;{}]\\s*");
  private static final Pattern QUOTES = Pattern.compile("\"{3}");
  private static final Pattern AUTHOR = Pattern.compile("\\s*/?\\*+\\s*@auth" + "or\\b.*");

  private final List<Finding> findings = new ArrayList<>();

  static List<Finding> check(List<SourceFile> files) {
    LineStyle style = new LineStyle();
    files.forEach(style::checkFile);
    return style.findings;
  }

  private void checkFile(SourceFile file) {
    List<String> lines = file.lines();
    boolean counted = file.isJava() || file.path().matches(".*\\.(js|css)");
    if (counted && lines.size() > FILE_LINES) {
      findings.add(new Finding(StyleRule.FILE_LENGTH, file.path(), lines.size() + " lines"));
    }
    boolean data = false; // within a text block, whose lines are as long as what they quote
    for (int i = 0; i < lines.size(); i++) {
      data ^= file.isJava() && QUOTES.split(lines.get(i), -1).length % 2 == 0;
      checkLine(file, i + 1, lines.get(i), data && !file.isMainJava());
    }
  }

  private void checkLine(SourceFile file, int number, String line, boolean quoted) {
    List<StyleRule> broken = new ArrayList<>();
    if (line.indexOf('\t') >= 0) {
      broken.add(StyleRule.TAB);
    }
    if (WORK_PLACE.matcher(line).matches()) {
      broken.add(StyleRule.WORK_PLACE);
    }
    if (!file.path().endsWith(".md") && UNFINISHED.matcher(line).matches()) {
      broken.add(StyleRule.UNFINISHED);
    }
    if (file.isJava()) {
      broken.addAll(brokenByJava(line, quoted));
    }
    for (StyleRule rule : broken) {
      findings.add(new Finding(rule, file.path() + ":" + number, line.strip()));
    }
  }

  private static List<StyleRule> brokenByJava(String line, boolean quoted) {
    List<StyleRule> broken = new ArrayList<>();
    if (line.length() > LINE_LENGTH && !quoted && !MAY_BE_LONG.matcher(line).matches()) {
      broken.add(StyleRule.LINE_LENGTH);
    }
    if (AUTHOR.matcher(line).matches()) {
      broken.add(StyleRule.AUTHOR);
    }
    if (CODE_IN_COMMENT.matcher(line).matches()) {
      broken.add(StyleRule.COMMENTED_OUT);
    }
    return broken;
  }
}
