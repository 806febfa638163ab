package amends.sip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and its certificate, made by the JDK's keytool for one test. */
public final class TestCertificate {
    private static final String SECRET = "test-secret";
    private final KeyStore store;
    private final Path pem;

    /** @param names subject alternative names as keytool writes them, {@code dns:pbx.test}; empty for none */
    public TestCertificate(Path folder, String commonName, String names) throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile(folder, "key", ".p12");
        Files.delete(file);
        pem = Files.createTempFile(folder, "certificate", ".pem");
        var make = new ArrayList<>(List.of(
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-validity", "30", "-dname", "CN=" + commonName));
        if (!names.isEmpty()) make.addAll(List.of("-ext", "SAN=" + names));
        keytool(file, make);
        keytool(file, List.of("-exportcert", "-alias", "a", "-rfc", "-file", pem.toString()));
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET.toCharArray());
        }
    }

    private static void keytool(Path store, List<String> words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(words);
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", SECRET));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) throw new IOException(said);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public Path pem() {
        return pem;
    }

    X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) store.getCertificate("a");
    }

    public SSLContext context() throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
