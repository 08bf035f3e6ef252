package dev.kickoff.jobs.collect.feed;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** A certificate that a test made for one name, and those who believe in it. */
record TestTls(SSLContext context, X509TrustManager trusting) {
  private static final String PASSWORD = "changeit";

  /** Makes a key pair in {@code folder} whose certificate is of {@code name} only. */
  static TestTls of(String name, Path folder) throws Exception {
    Path keys = folder.resolve(name + ".p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        "-genkeypair -alias a -keyalg EC -dname CN=%s -ext san=dns:%s -storetype PKCS12"
            + " -storepass %s";

    ProcessBuilder builder = new ProcessBuilder(keytool);
    builder.command().addAll(List.of(command.formatted(name, name, PASSWORD).split(" ")));
    builder.command().addAll(List.of("-keystore", keys.toString()));
    if (builder.redirectErrorStream(true).start().waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return new TestTls(context, (X509TrustManager) trusted.getTrustManagers()[0]);
  }

  /** A client that believes in the certificate. */
  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .sslSocketFactory(context.getSocketFactory(), trusting)
        .build();
  }
}
