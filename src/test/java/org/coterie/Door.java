package org.coterie;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.ParseContext;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** The front door of the running application, for tests: who asks, and the few requests that every test needs. */
public final class Door {

    /** The operator's key in tests. */
    public static final String OPERATOR = "operator";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ParseContext PATHS = JsonPath.using(Configuration.builder()
            .jsonProvider(new JacksonJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build());
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String RUN = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private Door() {}

    /** A name nobody has used: tests share one database. */
    public static String unique(String name) {
        return name + "-" + RUN + "-" + COUNT.incrementAndGet();
    }

    /** Somebody who has joined. */
    public record Somebody(String id, String handle, String token) {

        /** A request that carries their token. */
        public RequestSpecification asks() {
            return as(token);
        }

        /** Says how they care about something, beside what they said before. */
        public ValidatableResponse declares(String tag, Map<String, ?> how) {
            return asks().body(how)
                    .put("/v1/people/me/interests/{tag}", tag)
                    .then()
                    .statusCode(200);
        }

        /** Says what they care about, replacing what they said before. */
        public ValidatableResponse caresAbout(String... tags) {
            var interests =
                    java.util.Arrays.stream(tags).map(tag -> Map.of("tag", tag)).toList();
            return asks().body(Map.of("interests", interests))
                    .put("/v1/people/me/interests")
                    .then()
                    .statusCode(200);
        }
    }

    /** A request with this bearer token and a JSON body. */
    public static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A request of the operator. */
    public static RequestSpecification operator() {
        return as(OPERATOR);
    }

    /** Signs somebody up whose handle begins with this name. */
    public static Somebody join(String name) {
        return join(Map.of("handle", unique(name), "displayName", name, "languages", java.util.List.of("en")));
    }

    /** Signs somebody up with all of this. */
    public static Somebody join(Map<String, ?> applicant) {
        var answer = json(given().contentType(ContentType.JSON)
                .body(applicant)
                .post("/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .asString());
        var person = answer.path("person");
        return new Somebody(
                person.path("id").asText(),
                person.path("handle").asText(),
                answer.path("accessToken").asText());
    }

    /**
     * A body that says this at a JSONPath (RFC 9535): null where there is nothing, a list where the path leads to several.
     * REST Assured's own paths are compiled as scripts, each time, which takes longer than the request.
     */
    @SuppressWarnings("unchecked") // what is there is asked about as it is
    public static Matcher<String> at(String path, Matcher<?> expected) {
        return new FeatureMatcher<>((Matcher<Object>) expected, "a body with " + path, path) {

            @Override
            protected @Nullable Object featureValueOf(String body) {
                return PATHS.parse(body).read(path);
            }
        };
    }

    /**
     * A body, read in a fraction of the time that a path takes: REST Assured compiles each as a script, which is most of
     * what a request costs. For what is read a thousand times.
     */
    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
