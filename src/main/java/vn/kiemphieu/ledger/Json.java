package vn.kiemphieu.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.decision.Answer;
import vn.kiemphieu.decision.Deed;
import vn.kiemphieu.registration.Registration.Problem;

/** The rooms' records as JSON. The rooms do not know of it: what Jackson must be told stands here. */
final class Json {

    private final JsonMapper mapper;

    Json() {
        JsonMapper.Builder builder = JsonMapper.builder();
        List.of(Problem.class, Answer.class, Deed.class).forEach(cases -> nameByCase(builder, cases));
        this.mapper = builder.build();
    }

    private static void nameByCase(JsonMapper.Builder builder, Class<?> cases) {
        builder.addMixIn(cases, NamedByCase.class);
        for (Class<?> each : cases.getPermittedSubclasses()) {
            if (each.isSealed()) {
                nameByCase(builder, each);
            } else {
                builder.registerSubtypes(each);
            }
        }
    }

    /** One of several cases, told apart by its name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    private interface NamedByCase {}

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String text, Class<T> type) {
        return mapper.readValue(text, type);
    }
}
