package dev.kickoff.connectors.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kickoff.model.fleet.FleetDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Reads from Service Quotas how many vCPUs an account may run in a region, as far as it may.
 *
 * <p>One call of the JSON protocol, signed by the SDK; no more of that service is needed.
 */
public final class QuotaReader {
  /** Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances, in vCPUs. */
  public static final String STANDARD_VCPUS = "L-1216C47A";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SERVICE = "servicequotas";
  private static final int LARGEST = 1024 * 1024;

  private final FleetDoor door;
  private final Duration timeout;

  /**
   * What was found out.
   *
   * @param value the quota, in its own unit; empty where it is not known
   * @param reason where it is from, or why it is not known and what to do
   */
  public record Quota(OptionalInt value, String reason) {}

  public QuotaReader(FleetDoor door, Duration timeout) {
    this.door = door;
    this.timeout = timeout;
  }

  /**
   * How many hosts of so many vCPUs the account may run; never fails.
   *
   * @param vcpusPerHost at least 1
   */
  public Quota hosts(int vcpusPerHost) {
    Quota vcpus = read(STANDARD_VCPUS);
    return vcpus.value().isEmpty()
        ? vcpus
        : new Quota(
            OptionalInt.of(vcpus.value().getAsInt() / vcpusPerHost),
            "%d vCPUs at %d a host (%s)"
                .formatted(vcpus.value().getAsInt(), vcpusPerHost, vcpus.reason()));
  }

  /** A quota of EC2 by its code; never fails, for a limit from the configuration does as well. */
  public Quota read(String code) {
    try (SdkHttpClient http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(timeout)
            .socketTimeout(timeout)
            .build()) {
      HttpExecuteResponse answer = call(http, code);
      String body = answer.responseBody().map(QuotaReader::text).orElse("");
      int status = answer.httpResponse().statusCode();
      if (status != 200) {
        return unknown(code, status + " " + body);
      }
      JsonNode value = JSON.readTree(body).path("Quota").path("Value");
      return value.isNumber()
          ? new Quota(OptionalInt.of(value.intValue()), "Service Quotas, " + code)
          : unknown(code, "an answer without a value");
    } catch (IOException | SdkException e) {
      return unknown(code, String.valueOf(e.getMessage()));
    }
  }

  private HttpExecuteResponse call(SdkHttpClient http, String code) throws IOException {
    String region =
        door.region().orElseGet(() -> new DefaultAwsRegionProviderChain().getRegion().id());
    String body =
        JSON.createObjectNode().put("ServiceCode", "ec2").put("QuotaCode", code).toString();
    ContentStreamProvider payload =
        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(door.endpoint().orElseGet(() -> endpoint(region)))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "ServiceQuotasV20190624.GetServiceQuota")
            .build();
    AwsCredentialsProvider credentials = AutoScalingClients.credentials(door);
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return http.prepareRequest(
            HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElse(payload))
                .build())
        .call();
  }

  private static URI endpoint(String region) {
    String suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return URI.create("https://" + SERVICE + "." + region + "." + suffix);
  }

  private static String text(InputStream body) {
    try (body) {
      return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "an answer that broke off: " + e.getMessage();
    }
  }

  private static Quota unknown(String code, String why) {
    return new Quota(
        OptionalInt.empty(),
        "quota %s is not known (%s); set limits.quota instead"
            .formatted(code, why.length() > 200 ? why.substring(0, 200) + "..." : why));
  }
}
