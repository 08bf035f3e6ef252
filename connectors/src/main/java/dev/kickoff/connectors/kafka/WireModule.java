package dev.kickoff.connectors.kafka;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** How the types whose wire form is not their Java form are written and read. */
final class WireModule {
  private WireModule() {}

  static SimpleModule create() {
    SimpleModule module = new SimpleModule("kickoff");
    form(
        module,
        new Form<>(DemandSample.class, WireSample.class, WireSample::of),
        new Form<>(WireSample.class, DemandSample.class, WireSample::toModel));
    form(
        module,
        new Form<>(MinuteDemand.class, WireMinute.class, WireMinute::of),
        new Form<>(WireMinute.class, MinuteDemand.class, WireMinute::toModel));
    form(
        module,
        new Form<>(DemandForecast.class, WireForecast.class, WireForecast::of),
        new Form<>(WireForecast.class, DemandForecast.class, WireForecast::toModel));
    form(
        module,
        new Form<>(PlanHead.class, PlanHead.Wire.class, PlanHead::toWire),
        new Form<>(PlanHead.Wire.class, PlanHead.class, PlanHead.Wire::toModel));
    form(
        module,
        new Form<>(Service.class, String.class, Service::name),
        new Form<>(String.class, Service.class, Service::new));
    module.addDeserializer(Instant.class, new InstantReader());
    module.addSerializer(Double.class, new FiniteWriter());
    module.addSerializer(double.class, new FiniteWriter());
    return module;
  }

  private static <M, W> void form(SimpleModule module, Form<M, W> written, Form<W, M> read) {
    module.addSerializer(written.from(), new StdDelegatingSerializer(written.from(), written));
    module.addDeserializer(read.to(), new StdDelegatingDeserializer<>(read));
  }

  /** One direction between a type and its form on the wire. */
  private record Form<A, B>(Class<A> from, Class<B> to, Function<A, B> map)
      implements Converter<A, B> {
    @Override
    public B convert(A value) {
      return map.apply(value);
    }

    @Override
    public JavaType getInputType(TypeFactory types) {
      return types.constructType(from);
    }

    @Override
    public JavaType getOutputType(TypeFactory types) {
      return types.constructType(to);
    }
  }

  /** Reads an instant from ISO-8601 text with an offset; a number could be seconds or millis. */
  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getText();
      if (in.currentToken() == JsonToken.VALUE_STRING) {
        try {
          return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
          return context.reportInputMismatch(this, wrong("'" + text + "'"));
        }
      }
      return context.reportInputMismatch(this, wrong(text));
    }

    private static String wrong(String text) {
      return text + " is no instant; write ISO-8601 with an offset, like 2026-06-11T19:00:00Z";
    }
  }

  /** Writes finite numbers only: JSON has no other. */
  private static final class FiniteWriter extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    FiniteWriter() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      if (!Double.isFinite(value)) {
        context.reportMappingProblem("%s is not a finite number", value);
      }
      out.writeNumber(value);
    }
  }
}
