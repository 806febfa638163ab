package amends.sip;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes TLS connections to the server of one domain. The certificate must come from somebody who is trusted and be for
 * the domain (RFC 5922), which is seen before the first byte of SIP is sent.
 */
public final class TlsTrust {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int HANDSHAKE_MS = 5_000;

    private final String domain;
    private final SSLContext context;

    private TlsTrust(String domain, SSLContext context) {
        this.domain = domain;
        this.context = context;
    }

    /**
     * @param domain whose server it must be
     * @param authorities PEM file of the certificates that are trusted; empty for those of the Java runtime
     * @throws IOException when the file cannot be read or holds no certificate
     */
    public static TlsTrust of(String domain, Optional<Path> authorities) throws IOException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities.isPresent() ? store(authorities.get()) : null);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new TlsTrust(domain, context);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in))
                store.setCertificateEntry("authority-" + count++, c);
            if (count == 0) throw new IOException("no certificate in " + file);
        }
        return store;
    }

    /** Connects and has the server prove itself. @param local where to connect from; null for wherever it goes */
    SSLSocket connect(Socket raw, InetAddress address, int port, InetAddress local, int patienceMs) throws IOException {
        try {
            if (local != null) raw.bind(new InetSocketAddress(local, 0));
            raw.connect(new InetSocketAddress(address, port), patienceMs);
            raw.setTcpNoDelay(true);
            raw.setSoTimeout(HANDSHAKE_MS);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, domain, port, true);
            socket.setSSLParameters(parameters(socket.getSSLParameters()));
            socket.startHandshake();
            prove(socket);
            socket.setSoTimeout(0);
            return socket;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private SSLParameters parameters(SSLParameters parameters) {
        parameters.setProtocols(PROTOCOLS);
        if (domain.matches("(?=.*[A-Za-z])[A-Za-z0-9.-]+")) parameters.setServerNames(List.of(new SNIHostName(domain)));
        return parameters;
    }

    private void prove(SSLSocket socket) throws IOException {
        Certificate[] chain = socket.getSession().getPeerCertificates();
        if (!(chain[0] instanceof X509Certificate certificate) || !PeerName.isOf(certificate, domain))
            throw new SSLException("the server's certificate is not for " + domain);
    }
}
