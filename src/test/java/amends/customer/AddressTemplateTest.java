package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.OutsideSource.Question;
import amends.kernel.PhoneNumber;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTemplateTest {
    private static final Question WANG =
            new Question(Optional.of(new PhoneNumber("+8613800138000")), Optional.of("客户 7/&?#%"));

    private static Optional<URI> filled(String template, Question question) {
        return AddressTemplate.of(template, "CN").filled(question);
    }

    @Test
    void what_is_filled_in_is_percent_encoded() {
        assertThat(filled("https://crm.example/c?phone={number}&n={national}&id={id}", WANG))
                .contains(URI.create("https://crm.example/c?phone=%2B8613800138000&n=13800138000"
                        + "&id=%E5%AE%A2%E6%88%B7%207%2F%26%3F%23%25"));
    }

    @Test
    void nothing_is_asked_with_what_is_not_known() {
        assertThat(filled("https://crm.example/{id}", new Question(WANG.number(), Optional.empty())))
                .isEmpty();
        assertThat(filled("https://crm.example/{number}", new Question(Optional.empty(), WANG.id())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "  ", ""})
    void an_id_does_not_climb_out_of_its_place(String id) {
        assertThat(filled("https://crm.example/customers/{id}", new Question(Optional.empty(), Optional.of(id))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd?{number}",
                "javascript:alert({number})",
                "https://{id}.example/x",
                "https://{number}@crm.example/",
                "https://crm.example/",
                "https:///x?{number}",
                "crm.example/{number}",
                "https://crm example/{number}"
            })
    void other_addresses_are_refused(String template) {
        assertThatThrownBy(() -> AddressTemplate.of(template, "CN")).isInstanceOf(IllegalArgumentException.class);
    }
}
