package dev.kickoff.connectors.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing, and checks those that exist. */
public final class TopicAdmin {
  private static final long TIMEOUT_SECONDS = 30;

  private final Admin admin;
  private final short replication;

  private TopicAdmin(Admin admin, short replication) {
    this.admin = admin;
    this.replication = replication;
  }

  /**
   * Makes every topic of {@link Topics#all} exist with its settings.
   *
   * @param perService partitions of the per-service topics
   * @param replication copies of each partition; 1 on one broker
   * @throws IllegalStateException when topics exist with other settings; the message lists every
   *     difference, and nothing existing is changed
   */
  public static void ensure(String bootstrap, int perService, int replication) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    try (Admin admin = Admin.create(settings)) {
      new TopicAdmin(admin, (short) replication).ensure(Topics.all(perService));
    }
  }

  private void ensure(List<Topics.TopicSpec> specs) {
    Set<String> existing = await(admin.listTopics().names());
    List<Topics.TopicSpec> missing =
        specs.stream().filter(spec -> !existing.contains(spec.name())).toList();
    create(missing);
    List<String> problems =
        problems(specs.stream().filter(spec -> existing.contains(spec.name())).toList());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "topics differ from what they must be: " + String.join("; ", problems));
    }
  }

  private void create(Collection<Topics.TopicSpec> specs) {
    List<NewTopic> topics = new ArrayList<>();
    for (Topics.TopicSpec spec : specs) {
      topics.add(
          new NewTopic(spec.name(), spec.partitions(), replication).configs(spec.settings()));
    }
    for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
      try {
        await(created);
      } catch (TopicExistsException e) {
        // another program created it in the meantime
        continue;
      }
    }
  }

  private List<String> problems(List<Topics.TopicSpec> specs) {
    List<String> names = specs.stream().map(Topics.TopicSpec::name).toList();
    Map<String, TopicDescription> found = await(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> configs = await(admin.describeConfigs(resources(names)).all());
    Map<String, Config> byName = new HashMap<>();
    configs.forEach((resource, config) -> byName.put(resource.name(), config));
    List<String> problems = new ArrayList<>();
    for (Topics.TopicSpec spec : specs) {
      TopicDescription topic = found.get(spec.name());
      if (topic != null && topic.partitions().size() != spec.partitions()) {
        problems.add(wrong(spec, "partitions", topic.partitions().size(), spec.partitions()));
      }
      Config config = byName.get(spec.name());
      for (String setting : List.of("cleanup.policy", "message.timestamp.type")) {
        String must = spec.settings().getOrDefault(setting, "");
        ConfigEntry entry = config == null ? null : config.get(setting);
        if (entry == null || !must.equals(entry.value())) {
          problems.add(wrong(spec, setting, entry == null ? "unset" : entry.value(), must));
        }
      }
    }
    return problems;
  }

  private static String wrong(Topics.TopicSpec spec, String what, Object is, Object must) {
    return spec.name() + ": " + what + " is " + is + ", must be " + must;
  }

  private static List<ConfigResource> resources(List<String> names) {
    return names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "the broker did not answer within " + TIMEOUT_SECONDS + " s", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the broker refused", e);
    }
  }
}
