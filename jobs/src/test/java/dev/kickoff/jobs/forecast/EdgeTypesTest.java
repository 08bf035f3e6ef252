package dev.kickoff.jobs.forecast;

import static org.apache.flink.types.PojoTestUtils.assertSerializedAsPojoWithoutKryo;

import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.watch.MethodWatch;
import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.signal.SignalReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTypesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        ReadSample.class,
        Origin.class,
        MinuteReading.class,
        SignalReading.class,
        MinuteRow.class,
        MeasuredMinute.class,
        CalendarEntry.class,
        DeadRecord.class,
        IssuedForecast.class,
        CellState.class,
        MinuteHistory.DayChunk.class,
        ForecastOperator.FarMark.class,
        MethodWatch.UsedMethod.class
      })
  void whatFlowsAndWhatIsKeptSerializesFieldByField(Class<?> type) {
    assertSerializedAsPojoWithoutKryo(type);
  }
}
