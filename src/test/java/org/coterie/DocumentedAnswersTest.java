package org.coterie;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import org.coterie.DocumentedAnswers.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That an answer which is not as the document says is found out. */
@QuarkusTest
@Tag("http")
class DocumentedAnswersTest {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** Somebody, and perhaps more of them. */
    private static final String ADA = "{\"id\": \"0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d\", \"handle\": \"ada\","
            + " \"displayName\": \"Ada\", \"languages\": [\"en\"], \"joinedAt\": \"2026-01-01T12:00:00Z\"";

    @Test
    void whatIsDescribedIsFine() {
        assertThatCode(() -> expect(200, JSON, ADA + "}")).doesNotThrowAnyException();
        assertThatCode(() -> expect(404, PROBLEM, problem("unknown-person"))).doesNotThrowAnyException();
    }

    @Test
    void aCodeThatTheOperationDoesNotTellOfIsFoundOut() {
        assertThatThrownBy(() -> expect(404, PROBLEM, problem("unknown-group"))).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a status nobody knows of | 418 | application/json | , \"timeZone\": \"Europe/Oslo\"}",
                "another format | 200 | text/plain | Ada",
                "a property nobody described | 200 | application/json | , \"colour\": \"red\"}",
                "another type | 200 | application/json | , \"timeZone\": 7}",
                "null where it would be absent | 200 | application/json | , \"timeZone\": null}",
                "nothing that is always there | 200 | application/json | {}",
                "no JSON | 200 | application/json | {",
                "a body where there is none | 304 | application/json | {}"
            })
    void whatIsNotIsFoundOut(String what, int status, String type, String body) {
        assertThatThrownBy(() -> expect(status, type, body.startsWith(",") ? ADA + body : body))
                .as(what)
                .isInstanceOf(AssertionError.class);
    }

    private static String problem(String code) {
        return """
                {"type": "/problems/%s", "title": "Gone", "status": 404, "detail": "Gone.", "instance": "/v1/people/me", "code": "%s"}""".formatted(code, code);
    }

    private static void expect(int status, String type, String body) {
        DocumentedAnswers.expectDocumented(new Answer("GET", "/v1/people/me", status, type, body));
    }
}
