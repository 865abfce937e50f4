package org.medflow.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Knocks at the channel between the nodes as another program of this machine would. */
final class Channel {

  /** Believes whoever answers: it is the other side that has to doubt. */
  private static final class Credulous implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private Channel() {}

  /** Whether anybody listens at all. */
  static boolean open(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException closed) {
      return false;
    }
  }

  /** Whether somebody without the key of the run is listened to. */
  static boolean admits(int port) {
    try (var socket = (SSLSocket) tls().getSocketFactory().createSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
      socket.setSoTimeout(5_000);
      return listenedTo(socket);
    } catch (IOException nobody) {
      throw new UncheckedIOException(nobody);
    }
  }

  private static boolean listenedTo(SSLSocket socket) throws SocketTimeoutException {
    try {
      socket.startHandshake();
      socket.getOutputStream().write(new byte[16]);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException stillOpen) {
      throw stillOpen;
    } catch (IOException refused) {
      return false;
    }
  }

  private static SSLContext tls() {
    try {
      var context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new Credulous()}, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
