package dev.kickoff.deploy.house.broken.model;

/** Breaks: every outside library has a home, and none of these is it. */
class HoardsLibraries {
  smile.math.MathEx smile;
  org.bytedeco.javacpp.Pointer bytedeco;
  com.fasterxml.jackson.databind.ObjectMapper jackson;
  org.slf4j.Logger slf4j;
  org.apache.kafka.clients.consumer.Consumer<String, String> kafkaClients;
  org.apache.kafka.common.TopicPartition kafkaCommon;
  kafka.server.KafkaRaftServer broker;
  org.apache.kafka.metadata.storage.Formatter brokerMetadata;
  org.apache.flink.api.common.JobID[] flink;
  software.amazon.awssdk.services.autoscaling.AutoScalingClient awssdk;
  net.fortuna.ical4j.model.Calendar ical4j;
  de.focus_shift.jollyday.core.Holiday jollyday;
  de.siegmar.fastcsv.reader.CsvReader<String> fastcsv;
  com.nimbusds.jose.JWSObject nimbus;
  com.networknt.schema.JsonSchema schema;
  io.javalin.Javalin javalin;
  jakarta.servlet.Servlet servlet;
  org.eclipse.jetty.server.Server jetty;
  io.prometheus.client.Counter simpleclient;
  okhttp3.OkHttpClient okhttp;
  okio.Buffer okio;
  me.tongfei.progressbar.ProgressBar progressbar;
  org.apache.logging.log4j.core.LoggerContext log4j;
  org.yaml.snakeyaml.Yaml snakeyaml;
  org.assertj.core.api.Assert<?, ?> unknown;

  picocli.CommandLine picocli() {
    return new picocli.CommandLine(this);
  }
}
