package amends.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Fate;
import amends.sms.SmsGateway.Part;
import amends.sms.SmsGateway.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverReadingTest {
    private static final String WORDS =
            "id:%s sub:001 dlvrd:001 submit date:2601050100 done date:2601050101 stat:%s err:000 text:hello";

    private static DeliverSm pdu(int esmClass, int coding, byte[] octets, OptionalParameter... more) {
        var pdu = new DeliverSm();
        pdu.setSourceAddr("8613800138000");
        pdu.setSourceAddrTon((byte) 1);
        pdu.setDestAddress("10690");
        pdu.setEsmClass((byte) esmClass);
        pdu.setDataCoding((byte) coding);
        pdu.setShortMessage(octets);
        pdu.setOptionalParameters(more);
        return pdu;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Receipt receipt(String words, OptionalParameter... more) {
        return DeliverReading.receipt(pdu(4, 0, ascii(words), more)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED",
        "EXPIRED, EXPIRED",
        "UNDELIV, UNDELIVERABLE",
        "REJECTD, UNDELIVERABLE",
        "DELETED, UNDELIVERABLE",
        "ACCEPTD, UNDECIDED",
        "ENROUTE, UNDECIDED",
        "UNKNOWN, UNDECIDED",
        "delivrd, DELIVERED",
        "MADEUP1, UNDECIDED"
    })
    void the_words_of_a_receipt(String state, Fate fate) {
        Receipt receipt = receipt(WORDS.formatted("7f00a1", state));

        assertThat(receipt.fate()).isEqualTo(fate);
        assertThat(receipt.messageId()).isEqualTo("7f00a1");
        assertThat(receipt.from()).isEqualTo("+8613800138000");
    }

    @Test
    void parameters_are_believed_before_words() {
        Receipt receipt = receipt(
                WORDS.formatted("1", "DELIVRD"),
                new OptionalParameter.Receipted_message_id("2"),
                new OptionalParameter.Message_state((byte) 5));

        assertThat(receipt.messageId()).isEqualTo("2");
        assertThat(receipt.fate()).isEqualTo(Fate.UNDELIVERABLE);
    }

    @Test
    void a_receipt_of_parameters_alone() {
        Receipt receipt = receipt(
                "", new OptionalParameter.Receipted_message_id("2"), new OptionalParameter.Message_state((byte) 2));

        assertThat(receipt.fate()).isEqualTo(Fate.DELIVERED);
    }

    @Test
    void a_receipt_that_names_nothing_is_none() {
        assertThat(DeliverReading.receipt(pdu(4, 0, ascii("hello")))).isEmpty();
    }

    @Test
    void a_customer_who_writes_like_a_receipt_is_no_receipt() {
        assertThat(DeliverReading.isReceipt(pdu(0, 0, ascii(WORDS.formatted("1", "DELIVRD")))))
                .isFalse();
    }

    @Test
    void a_part_by_parameters_is_a_part_too() {
        Arrival arrival = DeliverReading.arrival(
                "c",
                pdu(
                        0,
                        0,
                        ascii("a"),
                        new OptionalParameter.Sar_msg_ref_num((short) 40000),
                        new OptionalParameter.Sar_segment_seqnum((byte) 2),
                        new OptionalParameter.Sar_total_segments((byte) 3)));

        assertThat(arrival.part()).contains(new Part(40000, 2, 3));
    }

    @Test
    void a_text_in_the_payload_is_read() {
        Arrival arrival = DeliverReading.arrival(
                "c",
                pdu(
                        0,
                        8,
                        new byte[0],
                        new OptionalParameter.Message_payload("很好".getBytes(StandardCharsets.UTF_16BE))));

        assertThat(arrival.text()).isEqualTo("很好");
    }

    @Test
    void the_sender_s_own_number_of_a_message_is_in_the_fingerprint() {
        Arrival first = DeliverReading.arrival(
                "c", pdu(0, 0, ascii("5"), new OptionalParameter.User_message_reference((short) 1)));
        Arrival second = DeliverReading.arrival(
                "c", pdu(0, 0, ascii("5"), new OptionalParameter.User_message_reference((short) 2)));

        assertThat(first.numbered()).isTrue();
        assertThat(first.fingerprint()).isNotEqualTo(second.fingerprint());
        assertThat(DeliverReading.arrival("other", pdu(0, 0, ascii("5"))).fingerprint())
                .isEqualTo(DeliverReading.arrival("c", pdu(0, 0, ascii("5"))).fingerprint());
    }

    @Test
    void whatever_comes_is_read_without_a_failure() {
        var random = new Random(13);
        for (int i = 0; i < 30_000; i++) {
            byte[] octets = new byte[random.nextInt(60)];
            random.nextBytes(octets);
            var pdu = pdu(random.nextInt(256), random.nextInt(256), octets);
            pdu.setSourceAddr(new String(octets, 0, octets.length / 2, StandardCharsets.ISO_8859_1));
            assertThatCode(() -> {
                        DeliverReading.arrival("c", pdu);
                        DeliverReading.receipt(pdu);
                    })
                    .doesNotThrowAnyException();
        }
    }
}
