package dev.kickoff.deploy.house.style;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** The rules that need the compiler's view of a Java file. */
final class JavaStyle extends TreePathScanner<Void, Void> {
  private static final int PARAMETERS = 4;
  private static final int COMPONENTS = 8;
  private static final Pattern SLEEPS =
      Pattern.compile("(java\\.lang\\.)?Thread\\.sleep|(.*\\.)?TimeUnit\\.\\w+\\.sleep");
  private static final Pattern REASON = Pattern.compile(".*// sleeps .*");

  private final SourceFile file;
  private final CompilationUnitTree unit;
  private final DocTrees trees;
  private final List<Finding> findings = new ArrayList<>();
  private final List<JavaMethod> methods = new ArrayList<>();

  JavaStyle(SourceFile file, CompilationUnitTree unit, DocTrees trees) {
    this.file = file;
    this.unit = unit;
    this.trees = trees;
    scan(unit, null);
  }

  List<Finding> findings() {
    return findings;
  }

  List<JavaMethod> methods() {
    return methods;
  }

  @Override
  public Void visitImport(ImportTree tree, Void none) {
    if (tree.getQualifiedIdentifier().toString().endsWith(".*")) {
      report(StyleRule.WILDCARD_IMPORT, tree, tree.toString().strip());
    }
    return super.visitImport(tree, none);
  }

  @Override
  public Void visitClass(ClassTree tree, Void none) {
    boolean nested = getCurrentPath().getParentPath().getLeaf() != unit;
    boolean open = tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
    if (open && !(nested && !file.isMainJava()) && trees.getDocComment(getCurrentPath()) == null) {
      report(StyleRule.JAVADOC, tree, "public type " + tree.getSimpleName() + " without Javadoc");
    }
    if (tree.getKind() == Tree.Kind.RECORD) {
      long components =
          tree.getMembers().stream()
              .filter(member -> member instanceof VariableTree field && !isStatic(field))
              .count();
      if (components > COMPONENTS) {
        report(StyleRule.PARAMETERS, tree, components + " components");
      }
    }
    return super.visitClass(tree, none);
  }

  @Override
  public Void visitMethod(MethodTree tree, Void none) {
    int lines = (int) (line(end(tree)) - line(start(tree)) + 1);
    methods.add(new JavaMethod(file, place(tree) + " " + tree.getName(), lines));
    int parameters = tree.getParameters().size();
    if (parameters > mostParameters(tree) && !has(tree.getModifiers(), "Override")) {
      report(StyleRule.PARAMETERS, tree, tree.getName() + " has " + parameters + " parameters");
    }
    return super.visitMethod(tree, none);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
    if (SLEEPS.matcher(tree.getMethodSelect().toString()).matches()) {
      int line = (int) line(start(tree));
      List<String> lines = file.lines();
      String around = (line > 1 ? lines.get(line - 2) : "") + lines.get(line - 1);
      if (!REASON.matcher(around).matches()) {
        report(StyleRule.SLEEP, tree, tree.toString());
      }
    }
    return super.visitMethodInvocation(tree, none);
  }

  @Override
  public Void visitCatch(CatchTree tree, Void none) {
    String source = file.text().substring((int) start(tree), (int) end(tree));
    boolean explained = source.contains("//") || source.contains("/*");
    if (tree.getBlock().getStatements().isEmpty() && !explained) {
      report(StyleRule.EMPTY_CATCH, tree, "catch (" + tree.getParameter() + ") {}");
    }
    return super.visitCatch(tree, none);
  }

  @Override
  public Void visitAnnotation(AnnotationTree tree, Void none) {
    if (isNamed(tree, "Disabled") && tree.getArguments().isEmpty()) {
      report(StyleRule.DISABLED, tree, "@Disabled without a reason");
    }
    return super.visitAnnotation(tree, none);
  }

  /** Constructors of records, and private ones, take as many as a record has components. */
  private int mostParameters(MethodTree tree) {
    boolean record = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    boolean hidden = tree.getModifiers().getFlags().contains(Modifier.PRIVATE);
    boolean constructor = tree.getName().contentEquals("<init>");
    return constructor && (record || hidden) ? COMPONENTS : PARAMETERS;
  }

  private static boolean isStatic(VariableTree field) {
    return field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean has(ModifiersTree modifiers, String annotation) {
    return modifiers.getAnnotations().stream().anyMatch(tree -> isNamed(tree, annotation));
  }

  private static boolean isNamed(AnnotationTree tree, String name) {
    String type = tree.getAnnotationType().toString();
    return type.equals(name) || type.endsWith("." + name);
  }

  private void report(StyleRule rule, Tree tree, String what) {
    findings.add(new Finding(rule, place(tree), what));
  }

  private String place(Tree tree) {
    return file.path() + ":" + line(start(tree));
  }

  private long line(long position) {
    return unit.getLineMap().getLineNumber(position);
  }

  private long start(Tree tree) {
    return trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private long end(Tree tree) {
    return trees.getSourcePositions().getEndPosition(unit, tree);
  }
}
