package dev.kickoff.jobs.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.document.Fields;
import dev.kickoff.jobs.client.request.Filter;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list of the API, read page by page while it is iterated over.
 *
 * @param <T> what it holds
 */
public final class Pages<T> implements Iterable<T> {
  /**
   * One page.
   *
   * @param next the cursor of the page after it; empty on the last
   * @param json the answer, whole
   */
  public record Page<T>(List<T> items, Optional<String> next, JsonNode json) {}

  private final Transport transport;
  private final String path;
  private final Filter filter;
  private final Function<JsonNode, T> reader;

  Pages(Transport transport, String path, Filter filter, Function<JsonNode, T> reader) {
    this.transport = transport;
    this.path = path;
    this.filter = filter;
    this.reader = reader;
  }

  /** The first page alone. */
  public Page<T> first() {
    return page(filter);
  }

  private Page<T> page(Filter asked) {
    return transport
        .send(Call.get(path, asked))
        .as(
            json -> {
              Fields fields = new Fields(json);
              return new Page<>(fields.list("items", reader), fields.text("next"), json);
            });
  }

  /** Everything, from the first page on; asking for the next element may ask the server. */
  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private Page<T> page = first();
      private Iterator<T> items = page.items().iterator();

      @Override
      public boolean hasNext() {
        while (!items.hasNext() && page.next().isPresent()) {
          page = page(filter.with("before", page.next()));
          items = page.items().iterator();
        }
        return items.hasNext();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return items.next();
      }
    };
  }
}
