package dev.kickoff.deploy.house.style;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Reads Java files with the JDK's own compiler, as far as the syntax tree. */
final class JavaParser {
  private JavaParser() {}

  /**
   * Each file as the compiler sees it, in the order given.
   *
   * @throws IllegalArgumentException when one is not Java
   */
  static List<JavaStyle> read(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<InMemory> sources = files.stream().map(InMemory::new).toList();
    JavacTask task = (JavacTask) compiler.getTask(null, null, errors, null, null, sources);
    List<JavaStyle> styles = new ArrayList<>();
    try {
      int i = 0;
      for (CompilationUnitTree unit : task.parse()) {
        styles.add(new JavaStyle(files.get(i++), unit, DocTrees.instance(task)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!errors.getDiagnostics().isEmpty()) {
      throw new IllegalArgumentException(errors.getDiagnostics().toString());
    }
    return styles;
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(SourceFile file) {
      super(URI.create("string:///" + file.path()), Kind.SOURCE);
      text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
