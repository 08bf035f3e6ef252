package dev.kickoff.jobs.cli.operator.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.document.Preview;
import dev.kickoff.jobs.client.document.Review;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A change on its way: shown, asked about on a terminal, made, and told.
 *
 * <p>With {@code --dry-run} it is only shown. On a terminal a person is asked, unless {@code --yes}
 * was given; a script is never asked.
 */
public final class Change {
  private final Connection connection;
  private final WriteOptions options;

  public Change(Connection connection, WriteOptions options) {
    this.connection = connection;
    this.options = options;
  }

  /**
   * Makes a change that the server can preview.
   *
   * @param preview asks the server what it would do
   * @param request asks the server to do it
   * @param told what happened, in lines for a person
   * @return the exit code
   */
  public <T> int make(
      Supplier<Preview> preview, Supplier<Outcome<T>> request, Function<T, String> told) {
    PreviewText text = new PreviewText();
    return make(
        new Shown(
            () -> Requests.ask(preview), json -> text.of(Preview.of(json), connection.times())),
        request,
        told);
  }

  /**
   * What is shown before a change is made.
   *
   * @param json asks for it
   * @param text writes it for a person
   */
  public record Shown(Supplier<?> json, Function<JsonNode, String> text) {
    JsonNode asked() {
      Object answer = json.get();
      return answer instanceof Preview preview ? preview.json() : (JsonNode) answer;
    }
  }

  /**
   * Makes a change.
   *
   * @return the exit code
   */
  public <T> int make(Shown shown, Supplier<Outcome<T>> request, Function<T, String> told) {
    if (options.isDryRun()) {
      JsonNode json = shown.asked();
      print(json, shown.text().apply(json) + "nothing was changed (--dry-run)");
      return ExitCode.OK.number();
    }
    if (options.asks()) {
      connection.err().print(shown.text().apply(shown.asked()));
      if (!options.agreed(connection.err())) {
        connection.err().println("nothing was changed");
        return ExitCode.REFUSED.number();
      }
    }
    Outcome<T> outcome = Requests.ask(request);
    if (outcome.waiting().isPresent()) {
      print(outcome.json(), waiting(outcome.waiting().get()));
      return ExitCode.REFUSED.number();
    }
    print(outcome.json(), told.apply(outcome.done().orElseThrow()));
    return ExitCode.OK.number();
  }

  private static String waiting(Review review) {
    return "waits for approval, nothing was changed: "
        + Plain.text(review.request().summary())
        + "\nsomebody else approves it: kickoff approve "
        + Plain.text(review.id())
        + " --comment \"...\"";
  }

  private void print(JsonNode json, String text) {
    connection.out().println(connection.isJson() ? json.toString() : text);
    connection.out().flush();
  }
}
