package org.coterie.groups;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * All groups of a list, one JSON object a line. They are read some hundred at a time, each in a short transaction of its
 * own: a slow reader keeps neither memory nor a connection.
 */
final class GroupLines implements StreamingOutput {

    private final ObjectMapper json;
    private final Function<UUID, List<GroupView>> nextAfter;
    private List<GroupView> next;

    /** The first ones are read at once, so that what fails then still becomes a proper answer. */
    GroupLines(ObjectMapper json, Function<UUID, List<GroupView>> nextAfter) {
        this.json = json;
        this.nextAfter = nextAfter;
        this.next = nextAfter.apply(GroupRepository.START);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var line = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        while (!next.isEmpty()) {
            for (GroupView group : next) {
                out.write(line.writeValueAsBytes(group));
                out.write('\n');
            }
            next = nextAfter.apply(next.get(next.size() - 1).id());
        }
    }
}
