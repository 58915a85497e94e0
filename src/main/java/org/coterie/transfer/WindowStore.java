package org.coterie.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.coterie.groups.Roster;
import org.coterie.interests.InterestIntake;
import org.coterie.interests.InterestIntake.Expressed;
import org.coterie.interests.InterestIntake.Said;
import org.coterie.interests.InterestIntake.Words;
import org.coterie.language.KeptText;
import org.coterie.live.ChangeLog;
import org.coterie.people.PeopleIntake;
import org.coterie.people.PeopleIntake.Arrival;
import org.coterie.problem.Fault;
import org.coterie.transfer.Chunk.Guest;
import org.coterie.transfer.Reading.Rejected;
import org.coterie.transfer.Reading.Understood;
import org.jboss.logging.Logger;

/**
 * Stores a window in chunks of one transaction each, together with the count of what they hold: a crash leaves whole
 * people only.
 *
 * <p>People's ids are random, so some hundred of them in the order of the file touch nearly every page of every index that
 * begins with a person, and each page touched is written. In the order of their ids the same people touch a few, which
 * halves the time and the disk that an import takes.
 */
@ApplicationScoped
class WindowStore {

    /** As many bad lines of a file are listed; the others are only counted. */
    static final int MOST_ERRORS = 1_000;

    private static final Logger LOG = Logger.getLogger(WindowStore.class);

    /** Larger ones are written before they are committed, and then once more. */
    private static final int CHUNK = 500;

    private static final int ATTEMPTS = 5;

    private static final String ERROR = "insert into import_error (import_id, line, code, detail) values (?, ?, ?, ?)";

    private static final String TALLY = """
            update import_job set accepted = ?, rejected = ?, progress = ?, heartbeat_at = ?
            where id = ? and state = 'RUNNING'""";

    private final DataSource database;
    private final PeopleIntake people;
    private final InterestIntake interests;
    private final ChangeLog log;
    private final Roster roster;
    private final Clock clock;

    WindowStore(
            DataSource database,
            PeopleIntake people,
            InterestIntake interests,
            ChangeLog log,
            Roster roster,
            Clock clock) {
        this.database = database;
        this.people = people;
        this.interests = interests;
        this.log = log;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * Stores all lines of a window.
     *
     * @param reached what part of the file has been read with it
     * @return the count with this window
     */
    ImportTally store(Window window, ImportTally before, double reached) {
        // tags are made in transactions of their own, before ours begin
        List<Said> said = window.understood().stream().map(Understood::said).toList();
        Words words = interests.wordsOf(said);
        List<Guest> guests = expect(window.understood());
        guests.sort(Comparator.comparing(Guest::id));
        int chunks = Math.max(1, (guests.size() + CHUNK - 1) / CHUNK);
        ImportTally tally = before;
        for (int i = 0; i < chunks; i++) {
            var chunk = new Chunk(
                    guests.subList(i * CHUNK, Math.min(guests.size(), (i + 1) * CHUNK)),
                    i == 0 ? window.rejected() : List.of(),
                    before.progress() + (reached - before.progress()) * (i + 1) / chunks);
            tally = store(chunk, words, tally);
        }
        interests.callAsMostWrite(said, words);
        return tally;
    }

    private List<Guest> expect(List<Understood> lines) {
        List<Arrival> arrivals =
                people.expect(lines.stream().map(Understood::person).toList());
        List<Guest> guests = new ArrayList<>(lines.size());
        IntStream.range(0, lines.size()).forEach(i -> guests.add(new Guest(lines.get(i), arrivals.get(i))));
        return guests;
    }

    /**
     * Where somebody else writes the same people meanwhile it is tried again; where the database refuses one of the lines,
     * the others are stored without it.
     */
    private ImportTally store(Chunk chunk, Words words, ImportTally before) {
        Chunk current = chunk;
        for (int attempt = 1; ; attempt++) {
            Chunk now = current;
            try {
                return QuarkusTransaction.requiringNew().call(() -> write(now, words, before));
            } catch (RuntimeException e) {
                StoreFailure failure = StoreFailure.of(e);
                if (failure == StoreFailure.OTHER) {
                    throw e;
                }
                if (failure == StoreFailure.VALUE || attempt == ATTEMPTS) {
                    return storeOneByOne(now, words, before, e);
                }
                current = new Chunk(
                        expect(now.people().stream().map(Guest::line).toList()), now.rejected(), now.progress());
            }
        }
    }

    private ImportTally storeOneByOne(Chunk chunk, Words words, ImportTally before, RuntimeException reason) {
        if (chunk.people().isEmpty()) {
            throw reason;
        }
        if (chunk.people().size() == 1 && chunk.rejected().isEmpty()) {
            Understood line = chunk.people().get(0).line();
            LOG.infof(reason, "Line %d of import %s could not be stored", line.line(), before.importId());
            var refused = new Rejected(line.line(), new Fault("", "not-storable"));
            return store(new Chunk(List.of(), List.of(refused), chunk.progress()), words, before);
        }
        ImportTally tally = store(new Chunk(List.of(), chunk.rejected(), before.progress()), words, before);
        for (Guest guest : chunk.people()) {
            tally = store(new Chunk(expect(List.of(guest.line())), List.of(), chunk.progress()), words, tally);
        }
        return tally;
    }

    private ImportTally write(Chunk chunk, Words words, ImportTally before) {
        Set<UUID> changed = new HashSet<>();
        for (List<Guest> run : chunk.withoutRepeats()) {
            changed.addAll(people.admit(run.stream().map(Guest::arrival).toList()));
            changed.addAll(interests.store(
                    run.stream()
                            .map(guest -> new Expressed(
                                    guest.id(),
                                    guest.arrival().isNew(),
                                    guest.line().said()))
                            .toList(),
                    words));
        }
        ImportTally after = before.plus(chunk, roster.awaiting(changed));
        log.noteOther();
        try (Connection connection = database.getConnection()) {
            writeErrors(chunk, before, connection);
            writeTally(after, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The count of an import could not be written.", e);
        }
        return after;
    }

    private static void writeErrors(Chunk chunk, ImportTally before, Connection connection) throws SQLException {
        long room = MOST_ERRORS - before.rejected();
        if (room <= 0 || chunk.rejected().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ERROR)) {
            for (Rejected bad : chunk.rejected().stream().limit(room).toList()) {
                insert.setObject(1, before.importId());
                insert.setLong(2, bad.line());
                insert.setString(3, bad.code());
                insert.setString(4, KeptText.write(bad.detail()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void writeTally(ImportTally after, Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TALLY)) {
            update.setLong(1, after.accepted());
            update.setLong(2, after.rejected());
            update.setDouble(3, after.progress());
            update.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            update.setObject(5, after.importId());
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("Import %s has been ended.".formatted(after.importId()));
            }
        }
    }
}
