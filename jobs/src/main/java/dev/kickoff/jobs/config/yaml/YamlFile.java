package dev.kickoff.jobs.config.yaml;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file that describes one thing by its keys; every problem of it is reported at once. */
public final class YamlFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MOST = 50; // aliases, and depth

  private final Path file;
  private final String empty;
  private final String example;
  private final Problems problems = new Problems();

  /**
   * A file.
   *
   * @param empty what to say of one without keys, such as {@code describes no fleet}
   * @param example keys such as these may be written
   */
  public YamlFile(Path file, String empty, String example) {
    this.file = file;
    this.empty = empty;
    this.example = example;
  }

  /**
   * Its keys.
   *
   * @throws InputException when it is not YAML, or not a mapping
   */
  public YamlSection root() {
    return section("", mapping());
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /** A part of it; {@code path} leads there and ends in a dot, or is empty. */
  public YamlSection section(String path, MappingNode node) {
    return new YamlSection(Place.of(file), path, node, problems);
  }

  /** Notes what is wrong at a place of it. */
  public void refuse(Node at, String what, String remedy) {
    Place place = YamlSection.place(Place.of(file), at.getStartMark());
    problems.add(new Problem(place, ProblemKind.UNSUPPORTED, what, remedy));
  }

  /**
   * The document itself, for those who look at its tags.
   *
   * @throws InputException as {@link #root}
   */
  public MappingNode mapping() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST);
    options.setNestingDepthLimit(MOST);
    options.setCodePointLimit(MAX_BYTES);
    String text = InputFile.text(file, MAX_BYTES);
    if (text.stripLeading().startsWith("{")) {
      text = text.replace('\t', ' '); // JSON is YAML but for its tabs
    }
    Place place = Place.of(file);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node instanceof MappingNode mapping) {
        return mapping;
      }
    } catch (MarkedYAMLException e) {
      Place mark = YamlSection.place(place, e.getProblemMark());
      throw malformed(mark, "is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw malformed(place, "is not YAML: " + Problem.brief(String.valueOf(e.getMessage())));
    }
    throw malformed(place, empty);
  }

  private InputException malformed(Place place, String what) {
    return new InputException(
        new Problem(place, ProblemKind.MALFORMED, what, "write keys such as " + example));
  }

  /**
   * Fails when anything that was read from it was wrong.
   *
   * @throws InputException with every problem, sorted by place
   */
  public void failOnAny() {
    if (!problems.isEmpty()) {
      throw new InputException(
          problems.detailed().stream()
              .sorted(
                  Comparator.comparingInt((Problem p) -> p.place().line().orElse(0))
                      .thenComparingInt(p -> p.place().column().orElse(0)))
              .toList());
    }
  }
}
