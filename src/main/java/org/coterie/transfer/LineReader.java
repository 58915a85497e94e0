package org.coterie.transfer;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coterie.interests.InterestIntake;
import org.coterie.interests.InterestIntake.Expression;
import org.coterie.language.Text;
import org.coterie.people.NewPerson;
import org.coterie.problem.Fault;
import org.coterie.problem.Faults;
import org.coterie.problem.Problem;
import org.coterie.transfer.Lines.Line;
import org.coterie.transfer.Reading.Rejected;
import org.coterie.transfer.Reading.Understood;
import org.jspecify.annotations.Nullable;

/** Reads one line as a person, by the rules that hold for everybody who signs up; or says what is wrong with it. */
@ApplicationScoped
class LineReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectReader json;
    private final Validator validator;
    private final InterestIntake interests;

    LineReader(ObjectMapper json, Validator validator, InterestIntake interests) {
        this.json = json.readerFor(PersonLine.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.validator = validator;
        this.interests = interests;
    }

    /**
     * Reads a line.
     *
     * @param now when an interest was expressed that does not say so itself
     * @return empty for a blank line
     */
    Optional<Reading> read(Line line, Instant now) {
        if (line.tooLong()) {
            return Optional.of(new Rejected(
                    line.number(), new Fault("", "line-too-long", Map.of("kib", Lines.LONGEST / 1024))));
        }
        try {
            String text = textOf(line);
            return text.isBlank() ? Optional.empty() : Optional.of(person(line.number(), text, now));
        } catch (CharacterCodingException e) {
            return Optional.of(new Rejected(line.number(), new Fault("", "not-utf-8")));
        } catch (JsonParseException e) {
            return Optional.of(new Rejected(
                    line.number(),
                    Faults.doubled(e)
                            .orElseGet(() -> new Fault(
                                    "",
                                    "malformed-json.in-line",
                                    Map.of("column", e.getLocation().getColumnNr())))));
        } catch (JsonProcessingException e) {
            return Optional.of(rejected(line.number(), List.of(Faults.of(e))));
        } catch (Problem e) {
            return Optional.of(rejected(line.number(), e.faults()));
        } catch (IOException e) {
            // a line in memory has no other way to fail
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Line line) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.bytes()))
                .toString();
        return line.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private Reading person(long number, String text, Instant now) throws IOException {
        PersonLine line;
        try (JsonParser parser = json.createParser(text)) {
            line = json.readValue(parser);
            if (parser.nextToken() != null) {
                return new Rejected(number, new Fault("", "malformed-json.more-than-one"));
            }
        }
        if (line == null) {
            return new Rejected(number, new Fault("", "wrong-type.object"));
        }
        NewPerson person = line.person();
        Set<ConstraintViolation<NewPerson>> violations = validator.validate(person);
        if (!violations.isEmpty()) {
            return rejected(number, violations.stream().map(Faults::of).toList());
        }
        return new Understood(number, person, interests.read(expressions(line.interests()), signals(line), now));
    }

    private static @Nullable List<Expression> expressions(@Nullable List<@Nullable InterestLine> lines) {
        if (lines == null) {
            return null;
        }
        List<Expression> expressions = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            InterestLine line = lines.get(i);
            if (line == null) {
                throw Problem.invalid("/interests/" + i, "required");
            }
            expressions.add(new Expression(line.interest(), line.expressedAt()));
        }
        return expressions;
    }

    private static List<String> signals(PersonLine line) {
        if (line.signals() == null) {
            return List.of();
        }
        List<String> signals = new ArrayList<>(line.signals().size());
        for (int i = 0; i < line.signals().size(); i++) {
            String text = line.signals().get(i);
            if (text == null) {
                throw Problem.invalid("/signals/" + i, "required");
            }
            signals.add(text);
        }
        return signals;
    }

    /** One line has one entry: its first fault, the others counted. */
    private static Rejected rejected(long number, List<Fault> faults) {
        Fault first = Collections.min(faults, Fault.BY_PLACE);
        return first.pointer().isEmpty()
                ? new Rejected(number, first)
                : new Rejected(
                        number,
                        first.code(),
                        new Text(
                                "line",
                                Map.of(
                                        "pointer", first.pointer(),
                                        "fault", first.detail(),
                                        "more", faults.size() - 1)));
    }
}
