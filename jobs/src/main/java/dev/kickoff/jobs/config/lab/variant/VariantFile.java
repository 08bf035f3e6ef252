package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.jobs.config.lab.LabFile;
import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.jobs.config.lab.PolicyReader;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a variant, whatever it is written in: a policy with the keys of a lab file's {@code
 * policies} (and {@code group: {hosts, min, max}}), a whole lab file, an overlay {@code {base:
 * FILE, change: {KEY: VALUE}}}, CloudFormation, or a Terraform plan as JSON.
 *
 * <p>{@code FILE#NAME} is one of several policies of a lab file. Of a lab file the policy and the
 * group's sizes count; load and host are those that all variants are tried with.
 */
public final class VariantFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MOST_BASES = 5;

  private final LoadCurve load;
  private final HostCurve host;
  private final StringBuilder text = new StringBuilder();
  private final List<Path> files = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private VariantFile(LoadCurve load, HostCurve host) {
    this.load = load;
    this.host = host;
  }

  /**
   * Reads {@code FILE} or {@code FILE#NAME}.
   *
   * @param load that plans are made for, until they are made for another
   * @throws InputException with what is wrong, each with its place and a remedy
   */
  public static Variant read(String argument, LoadCurve load, HostCurve host) {
    int hash = argument.lastIndexOf('#');
    Path path = Path.of(hash < 0 ? argument : argument.substring(0, hash));
    Optional<String> wanted =
        hash < 0 ? Optional.empty() : Optional.of(argument.substring(hash + 1));
    VariantFile reader = new VariantFile(load, host);
    Ruled ruled = reader.ruled(path, wanted, List.of());
    String name = wanted.orElse(path.getFileName().toString().replaceAll("\\.\\w+$", ""));
    return new Variant(
        name,
        reader.files,
        reader.text.toString(),
        ruled.rule(),
        ruled.sizes(),
        load,
        reader.notes);
  }

  /** A rule and the sizes that go with it. */
  private record Ruled(ScalingRule rule, GroupSizes sizes) {}

  /** What a file says, changed by overlays, the innermost first. */
  private Ruled ruled(Path path, Optional<String> wanted, List<MappingNode> changes) {
    YamlFile file = new YamlFile(path, "describes no variant", "kind: target-tracking, target: 40");
    MappingNode document = file.mapping();
    files.add(path);
    text.append(InputFile.text(path, MAX_BYTES)).append('\n');
    Map<String, Node> entries = VariantNodes.entries(document);
    if (entries.containsKey("base")) {
      return overlay(file, document, changes);
    }
    boolean aws = CloudFormation.matches(document) || TerraformPlan.matches(document);
    if (aws && !changes.isEmpty()) {
      file.refuse(
          document,
          "is not a policy of the lab, and only those can be changed by an overlay",
          "change a copy of it");
      file.failOnAny();
    }
    if (aws) {
      return fragment(file, document);
    }
    if (entries.containsKey("host") && entries.containsKey("policies") && changes.isEmpty()) {
      return lab(path, wanted);
    }
    MappingNode policy =
        entries.containsKey("policies") ? listed(file, document, wanted) : document;
    return policy(file, policy, changes);
  }

  private Ruled overlay(YamlFile file, MappingNode document, List<MappingNode> outer) {
    YamlSection section = file.section("", document);
    section.require("change", "{threshold: 20}");
    String base = section.text("base").orElse("");
    Optional<MappingNode> change = VariantNodes.mapping(document, "change");
    GroupSizes sizes = sizes(section);
    section.has("change");
    section.refuseUnknownKeys();
    if (outer.size() >= MOST_BASES) {
      section.refuse("base", " leads through more than 5 files", "build on the first of them");
    } else if (change.isEmpty()) {
      section.refuse("change", " is not a mapping", "write change: {threshold: 20}");
    }
    file.failOnAny();
    List<MappingNode> all = new ArrayList<>(List.of(change.orElseThrow()));
    all.addAll(outer);
    int hash = base.lastIndexOf('#');
    Path path = file.path().resolveSibling(hash < 0 ? base : base.substring(0, hash));
    Optional<String> wanted = hash < 0 ? Optional.empty() : Optional.of(base.substring(hash + 1));
    Ruled ruled = ruled(path, wanted, all);
    return new Ruled(ruled.rule(), or(sizes, ruled.sizes()));
  }

  private Ruled fragment(YamlFile file, MappingNode document) {
    AwsFragment fragment =
        TerraformPlan.matches(document)
            ? new TerraformPlan(file, document).read()
            : new CloudFormation(file, document).read();
    Optional<ScalingRule> rule = fragment.rule();
    file.failOnAny();
    if (rule.isEmpty()) {
      file.refuse(document, "holds no scaling policy", "name a file with one and its alarm");
    }
    file.failOnAny();
    notes.addAll(fragment.allNotes());
    return new Ruled(rule.orElseThrow(), fragment.sizes());
  }

  private Ruled lab(Path path, Optional<String> wanted) {
    LabSettings settings = LabFile.read(path, Optional.of(load));
    LabGroup group = settings.group();
    GroupSizes sizes =
        new GroupSizes(
            OptionalInt.of(group.initial()),
            OptionalInt.of(group.min()),
            OptionalInt.of(group.max()));
    return new Ruled(one(Place.of(path), settings.policies(), wanted).rule(), sizes);
  }

  /** The mapping of one policy of a list. */
  private static MappingNode listed(YamlFile file, MappingNode document, Optional<String> wanted) {
    List<MappingNode> all = VariantNodes.mappings(document, "policies");
    List<MappingNode> named =
        all.stream()
            .filter(policy -> wanted.isEmpty() || wanted.get().equals(name(policy)))
            .toList();
    if (named.size() != 1) {
      String names = all.stream().map(VariantFile::name).collect(Collectors.joining(", "));
      file.refuse(
          document,
          "holds the policies %s, and one is compared".formatted(names),
          "name one of them: FILE#NAME");
      file.failOnAny();
    }
    return named.get(0);
  }

  private static String name(MappingNode policy) {
    Map<String, Node> entries = VariantNodes.entries(policy);
    Node name = entries.containsKey("name") ? entries.get("name") : entries.get("kind");
    return name == null ? "" : VariantNodes.text(name);
  }

  private Ruled policy(YamlFile file, MappingNode base, List<MappingNode> changes) {
    MappingNode node = base;
    for (MappingNode change : changes) {
      node = VariantNodes.merged(node, change);
    }
    GroupSizes sizes = sizes(file.section("", node));
    YamlSection section = file.section("", VariantNodes.without(node, "group"));
    List<NamedPolicy> policies = PolicyReader.read(section, load, host);
    try {
      file.failOnAny();
    } catch (InputException e) {
      throw changes.isEmpty() ? e : changed(file, e);
    }
    return new Ruled(one(Place.of(file.path()), policies, Optional.empty()).rule(), sizes);
  }

  /** Lines count in two files at once then, so that none is named. */
  private InputException changed(YamlFile base, InputException e) {
    Place overlay = Place.of(files.get(0));
    return new InputException(
        e.problems().stream()
            .map(
                problem ->
                    new Problem(
                        overlay,
                        problem.kind(),
                        "as it changes %s, %s".formatted(base.path(), problem.what()),
                        problem.remedy()))
            .toList());
  }

  private static GroupSizes sizes(YamlSection section) {
    return section
        .section("group", "{hosts: 2, min: 1, max: 20}")
        .map(
            group -> {
              GroupSizes sizes = VariantSizes.read(group, "hosts", "min", "max");
              group.refuseUnknownKeys();
              return sizes;
            })
        .orElse(GroupSizes.NONE);
  }

  private static GroupSizes or(GroupSizes first, GroupSizes second) {
    return new GroupSizes(
        first.initial().isPresent() ? first.initial() : second.initial(),
        first.min().isPresent() ? first.min() : second.min(),
        first.max().isPresent() ? first.max() : second.max());
  }

  private static NamedPolicy one(Place place, List<NamedPolicy> policies, Optional<String> wanted) {
    List<NamedPolicy> named =
        policies.stream().filter(p -> wanted.isEmpty() || p.name().equals(wanted.get())).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    String names = policies.stream().map(NamedPolicy::name).collect(Collectors.joining(", "));
    throw new InputException(
        new Problem(
            place,
            ProblemKind.BAD_VALUE,
            "stands for the policies %s, and one is compared".formatted(names),
            "name one of them: FILE#NAME, or write one forecast error"));
  }
}
