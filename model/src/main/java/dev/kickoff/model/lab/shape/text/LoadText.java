package dev.kickoff.model.lab.shape.text;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Written;
import dev.kickoff.model.lab.shape.function.Lasting;
import dev.kickoff.model.lab.shape.function.LoadFunction;
import dev.kickoff.model.lab.shape.function.Sequence;
import dev.kickoff.model.lab.shape.function.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a load from its text form.
 *
 * <pre>{@code
 * load    = sum { "then" sum }          one after the other
 * sum     = product { "+" product }     at the same time, added
 * product = part { "*" part }           at the same time, multiplied
 * part    = ( number | name:a=1,b=2 | "(" load ")" ) [ "for" duration ]
 * }</pre>
 *
 * <p>Words stand apart by blanks; names and their values are written without. The names are flat
 * (rpm), ramp (from, to, over), step (from, to, at), spike (base, peak, at, rise, hold, fall), sine
 * (period, mean, amplitude, shift), noise (mean, deviation, every, seed), trace (file, from, to,
 * service, times) and stages, as in {@code stages:10m:30000,8m:150000,between=rows}.
 */
public final class LoadText {
  private static final Pattern WORD = Pattern.compile("[()]|[^\\s()]+");
  private static final int DEEPEST = 50;
  private static final int MOST_CHARACTERS = 10_000;

  private record Word(String text, int column) {}

  private final List<Word> words = new ArrayList<>();
  private final Primitives primitives;
  private int next;
  private int depth;

  private LoadText(String text, Function<TraceSpan, LoadCurve> traces) {
    this.primitives = new Primitives(traces);
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start() + 1));
    }
    words.add(new Word("", text.length() + 1));
  }

  /**
   * The load that {@code text} describes.
   *
   * @param traces gives recorded demand, or throws an {@link IllegalArgumentException}
   * @throws IllegalArgumentException naming the column, from one, and the remedy
   */
  public static LoadFunction parse(String text, Function<TraceSpan, LoadCurve> traces) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a load's text has at most %d characters, not %d"
              .formatted(MOST_CHARACTERS, text.length()));
    }
    LoadText reader = new LoadText(text, traces);
    LoadFunction load = reader.load();
    if (reader.next < reader.words.size() - 1) {
      throw reader.refused(reader.word(), "expected +, *, then or for before \"%s\"");
    }
    return load;
  }

  private LoadFunction load() {
    Word first = word();
    List<LoadFunction> parts = parts("then", this::sum);
    return parts.size() == 1 ? parts.get(0) : placed(first, () -> new Sequence(parts));
  }

  private LoadFunction sum() {
    List<LoadFunction> parts = parts("+", this::product);
    return parts.size() == 1 ? parts.get(0) : new Together(Together.Operation.SUM, parts);
  }

  private LoadFunction product() {
    List<LoadFunction> parts = parts("*", this::part);
    return parts.size() == 1 ? parts.get(0) : new Together(Together.Operation.PRODUCT, parts);
  }

  private List<LoadFunction> parts(String between, Supplier<LoadFunction> part) {
    List<LoadFunction> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (take(between));
    return parts;
  }

  private LoadFunction part() {
    Word word = word();
    LoadFunction part;
    if (take("(")) {
      if (++depth > DEEPEST) {
        throw refused(word, "more than " + DEEPEST + " brackets within one another");
      }
      part = load();
      if (!take(")")) {
        throw refused(word(), "a bracket is opened and not closed before \"%s\"");
      }
      depth--;
    } else if (word.text().isEmpty() || word.text().matches("[)+*]|then|for")) {
      throw refused(word, "expected a number or a function, not \"%s\"");
    } else {
      next++;
      part = placed(word, () -> primitives.of(word.text()));
    }
    if (!take("for")) {
      return part;
    }
    Word takes = word();
    next++;
    return placed(takes, () -> new Lasting(part, Written.duration(takes.text())));
  }

  private Word word() {
    return words.get(Math.min(next, words.size() - 1));
  }

  private boolean take(String text) {
    boolean there = word().text().equals(text);
    next += there ? 1 : 0;
    return there;
  }

  private static LoadFunction placed(Word word, Supplier<LoadFunction> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("column " + word.column() + ": " + e.getMessage(), e);
    }
  }

  private static IllegalArgumentException refused(Word word, String what) {
    String named = word.text().isEmpty() ? "the end" : word.text();
    return new IllegalArgumentException("column " + word.column() + ": " + what.formatted(named));
  }
}
