package dev.kickoff.jobs.collect.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * A host with the only addresses that it may be connected to: they were judged, and are not looked
 * up again.
 *
 * <p>It stands in for the resolver of a client, and makes its sockets: one that is asked to connect
 * anywhere else refuses.
 *
 * @param host a name, or an address without brackets
 */
record PinnedHost(String host, List<InetAddress> addresses) implements Dns {
  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    if (!hostname.equalsIgnoreCase(host)) {
      throw new UnknownHostException(hostname + " was not judged; " + host + " was");
    }
    return addresses;
  }

  /** Makes sockets that connect to these addresses and to none besides. */
  SocketFactory sockets() {
    return new SocketFactory() {
      @Override
      public Socket createSocket() {
        return new PinnedSocket();
      }

      @Override
      public Socket createSocket(String name, int port) throws IOException {
        throw notPinned(name);
      }

      @Override
      public Socket createSocket(String name, int port, InetAddress local, int localPort)
          throws IOException {
        throw notPinned(name);
      }

      @Override
      public Socket createSocket(InetAddress address, int port) throws IOException {
        throw notPinned(address);
      }

      @Override
      public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
          throws IOException {
        throw notPinned(address);
      }
    };
  }

  private IOException notPinned(Object target) {
    return new IOException(target + " is refused: it is no judged address of " + host);
  }

  private final class PinnedSocket extends Socket {
    PinnedSocket() {
      super(Proxy.NO_PROXY); // without it, a socket asks the environment for a SOCKS proxy
    }

    @Override
    public void connect(SocketAddress target, int timeout) throws IOException {
      if (!(target instanceof InetSocketAddress inet) || !addresses.contains(inet.getAddress())) {
        throw notPinned(target);
      }
      super.connect(target, timeout);
    }
  }
}
