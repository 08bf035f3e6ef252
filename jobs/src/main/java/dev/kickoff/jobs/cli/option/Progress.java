package dev.kickoff.jobs.cli.option;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far a long command has come, on stderr: a bar on a terminal, else one line every tenth.
 *
 * <p>Safe for several threads.
 */
public final class Progress implements AutoCloseable {
  private static final int TENTHS = 10;

  private final String task;
  private final long total;
  private final PrintStream err;
  private final AtomicLong done = new AtomicLong();
  private final @Nullable ProgressBar bar;

  private Progress(String task, long total, PrintStream err, boolean terminal) {
    this.task = task;
    this.total = total;
    this.err = err;
    this.bar = terminal ? bar(task, total) : null;
  }

  /**
   * Progress of {@code task} through {@code total} steps.
   *
   * @param total 0 or more
   */
  public static Progress of(String task, long total) {
    boolean terminal = System.console() != null && !"dumb".equals(System.getenv("TERM"));
    return new Progress(task, total, System.err, terminal);
  }

  /** Progress in lines on {@code err}, terminal or not. */
  static Progress inLines(String task, long total, PrintStream err) {
    return new Progress(task, total, err, false);
  }

  private static ProgressBar bar(String task, long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  /** Goes {@code steps} further. */
  public void step(long steps) {
    long now = done.addAndGet(steps);
    if (bar != null) {
      bar.stepBy(steps);
      return;
    }
    long tenth = tenths(now);
    if (tenth > tenths(now - steps)) {
      err.println(task + ": " + TENTHS * tenth + " % (" + now + " of " + total + ")");
    }
  }

  private long tenths(long steps) {
    return total == 0 ? 0 : Math.min(steps, total) * TENTHS / total;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
