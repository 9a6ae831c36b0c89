package vn.kiemphieu.ledger;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;
import vn.kiemphieu.registration.Registration.Problem;

/** The rooms' records as JSON. The rooms do not know of it: what Jackson must be told stands here. */
final class Json {

    private final JsonMapper mapper;

    Json() {
        JsonMapper.Builder builder = JsonMapper.builder().addMixIn(Problem.class, NamedByCase.class);
        for (Class<?> problem : Problem.class.getPermittedSubclasses()) {
            builder.registerSubtypes(problem);
        }
        this.mapper = builder.build();
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
