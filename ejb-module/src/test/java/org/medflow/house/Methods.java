package org.medflow.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/** The methods of Java files, as the compiler's own parser sees them. */
final class Methods {

  private Methods() {}

  /**
   * A method or constructor.
   *
   * @param lines from its first line, annotations included, to its closing brace
   */
  record Method(String file, String name, long lines, int parameters, boolean ofRecord) {

    @Override
    public String toString() {
      return "%s %s: %d lines, %d parameters".formatted(file, name, lines, parameters);
    }
  }

  static List<Method> of(List<Repository.Source> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var files = compiler.getStandardFileManager(null, null, null);
    var paths = sources.stream().map(Repository.Source::path).toList();
    var found = new ArrayList<Method>();
    try (files) {
      var units = files.getJavaFileObjectsFromPaths(paths);
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      task.parse().forEach(unit -> unit.accept(new Scanner(unit, positions, found), false));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found;
  }

  private static final class Scanner extends TreeScanner<Void, Boolean> {

    private static final Set<Tree.Kind> VALUES = Set.of(Tree.Kind.RECORD);

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> found;

    private Scanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Boolean ofRecord) {
      return super.visitClass(type, VALUES.contains(type.getKind()));
    }

    @Override
    public Void visitMethod(MethodTree method, Boolean ofRecord) {
      LineMap lines = unit.getLineMap();
      long from = lines.getLineNumber(positions.getStartPosition(unit, method));
      long to = lines.getLineNumber(positions.getEndPosition(unit, method));
      var file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
      var name = method.getName().toString();
      int parameters = imposed(method) ? 0 : method.getParameters().size();
      found.add(new Method(file, name, to - from + 1, parameters, ofRecord));
      return super.visitMethod(method, ofRecord);
    }

    /** The signature of an overriding method is somebody else's choice. */
    private static boolean imposed(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(about -> about.getAnnotationType().toString().equals("Override"));
    }
  }
}
