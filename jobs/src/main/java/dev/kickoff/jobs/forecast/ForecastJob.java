package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.calendar.KnownCalendar;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.model.demand.inherit.Lineage;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: samples to minutes, minutes and the calendar to forecasts.
 *
 * <pre>
 * demand.sample ─► route ─► minutes ─► demand.minute          calendar.event ─► gate
 *                    │         └─► inherit ► forecasts ◄────────────────────────────┘
 *                    ▼                       └─► forecast.current, forecast.history
 *               dead letters
 * </pre>
 *
 * <p>Runs the same in this JVM and on a cluster. Event time only; every operator has a uid.
 */
public final class ForecastJob {
  /** State can be spread over at most this many instances of an operator. */
  public static final int MAX_PARALLELISM = 120;

  private ForecastJob() {}

  /** Adds the job to an environment; nothing runs yet. */
  public static void build(StreamExecutionEnvironment environment, ForecastJobSettings settings) {
    environment.setMaxParallelism(MAX_PARALLELISM);
    String bootstrap = settings.bootstrap();
    SingleOutputStreamOperator<ReadSample> samples = samples(environment, settings);
    SingleOutputStreamOperator<MeasuredMinute> minutes = minutes(samples, settings);
    SingleOutputStreamOperator<CalendarEntry> calendar = calendar(environment, settings);
    SingleOutputStreamOperator<IssuedForecast> forecasts =
        left(minutes, settings)
            .keyBy(MinuteRow::service, Types.STRING)
            .connect(calendar.broadcast(KnownCalendar.STATE))
            .process(new ForecastOperator(settings), TypeInformation.of(IssuedForecast.class))
            .name("forecasts")
            .uid("forecasts");
    minutes.sinkTo(TopicSinks.minutes(bootstrap)).name("minutes-out").uid("minutes-out");
    forecasts.sinkTo(TopicSinks.current(bootstrap)).name("current-out").uid("current-out");
    forecasts.sinkTo(TopicSinks.history(bootstrap)).name("history-out").uid("history-out");
    samples
        .getSideOutput(SampleRouter.DEAD)
        .union(minutes.getSideOutput(SampleRouter.DEAD))
        .sinkTo(TopicSinks.deadLetters(bootstrap, Topics.DEAD_DEMAND_SAMPLE))
        .name("dead-samples-out")
        .uid("dead-samples-out");
    calendar
        .getSideOutput(CalendarGate.DEAD)
        .sinkTo(TopicSinks.deadLetters(bootstrap, Topics.DEAD_CALENDAR_EVENT))
        .name("dead-calendar-out")
        .uid("dead-calendar-out");
  }

  private static SingleOutputStreamOperator<ReadSample> samples(
      StreamExecutionEnvironment environment, ForecastJobSettings settings) {
    long outOfOrderness = settings.time().outOfOrderness().toMillis();
    WatermarkStrategy<ReadSample> strategy =
        WatermarkStrategy.<ReadSample>forGenerator(context -> new SampleWatermarks(outOfOrderness))
            .withTimestampAssigner((sample, timestamp) -> sample.untilMillis());
    if (settings.time().idleness().isPresent()) {
      strategy = strategy.withIdleness(settings.time().idleness().get());
    }
    return environment
        .fromSource(
            source(settings, Topics.DEMAND_SAMPLE, new SampleReader(settings.time().clock())),
            strategy,
            "samples-in",
            TypeInformation.of(ReadSample.class))
        .setParallelism(Math.min(environment.getParallelism(), settings.partitions()))
        .uid("samples-in")
        .process(new SampleRouter(), TypeInformation.of(ReadSample.class))
        .setParallelism(Math.min(environment.getParallelism(), settings.partitions()))
        .name("route")
        .uid("route");
  }

  private static SingleOutputStreamOperator<MeasuredMinute> minutes(
      SingleOutputStreamOperator<ReadSample> samples, ForecastJobSettings settings) {
    return samples
        .keyBy(ReadSample::service, Types.STRING)
        .transform(
            "minutes",
            TypeInformation.of(MeasuredMinute.class),
            new MinuteOperator(new MinuteAggregator(settings)))
        .uid("minutes");
  }

  /** The demand of every minute, and once more for each service that inherits from its own. */
  private static SingleOutputStreamOperator<MinuteRow> left(
      SingleOutputStreamOperator<MeasuredMinute> minutes, ForecastJobSettings settings) {
    Lineage lineage = settings.lineage();
    FlatMapFunction<MeasuredMinute, MinuteRow> leave =
        (minute, out) -> {
          MinuteRow row = minute.demand();
          out.collect(row);
          lineage.heirsOf(row.service()).forEach(heir -> out.collect(row.leftTo(heir)));
        };
    return minutes
        .flatMap(leave, TypeInformation.of(MinuteRow.class))
        .name("inherit")
        .uid("inherit");
  }

  private static SingleOutputStreamOperator<CalendarEntry> calendar(
      StreamExecutionEnvironment environment, ForecastJobSettings settings) {
    Optional<Long> through = settings.calendarThrough();
    return environment
        .fromSource(
            source(settings, Topics.CALENDAR_EVENT, new CalendarReader()),
            WatermarkStrategy.noWatermarks(),
            "calendar-in",
            TypeInformation.of(CalendarEntry.class))
        .setParallelism(1)
        .uid("calendar-in")
        .transform(
            "calendar-gate", TypeInformation.of(CalendarEntry.class), new CalendarGate(through))
        .setParallelism(1)
        .uid("calendar-gate");
  }

  private static <T> KafkaSource<T> source(
      ForecastJobSettings settings, String topic, KafkaRecordDeserializationSchema<T> reader) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(settings.bootstrap())
        .setTopics(topic)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(reader)
        .setProperty("isolation.level", "read_committed")
        .setProperty("partition.discovery.interval.ms", "-1")
        .setProperty("commit.offsets.on.checkpoint", "false")
        .setProperty("register.consumer.metrics", "false")
        .setProperty("fetch.max.wait.ms", "20")
        .build();
  }
}
