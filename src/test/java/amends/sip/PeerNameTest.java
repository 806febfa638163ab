package amends.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other.test | dns:pbx.test,dns:b.test | pbx.test=true PBX.test=true b.test=true other.test=false x.pbx.test=false",
                "pbx.test | dns:*.pbx.test | a.pbx.test=false pbx.test=false",
                "pbx.test | uri:sip:sip.test,dns:pbx.test | sip.test=true pbx.test=false",
                "pbx.test | uri:sip:alice@pbx.test | pbx.test=false",
                "pbx.test | ip:127.0.0.1,ip:::1 | 127.0.0.1=true ::1=true 127.0.0.2=false",
                "pbx.test | '' | pbx.test=true evil.test=false"
            })
    void a_certificate_is_for_the_domains_it_names(String common, String names, String expected, @TempDir Path folder)
            throws Exception {
        var certificate = new TestCertificate(folder, common, names).certificate();

        for (String pair : expected.split(" ")) {
            String[] said = pair.split("=");
            assertThat(PeerName.isOf(certificate, said[0])).as(pair).isEqualTo(Boolean.parseBoolean(said[1]));
        }
    }
}
