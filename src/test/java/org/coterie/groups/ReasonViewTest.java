package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.language.Text;
import org.junit.jupiter.api.Test;

class ReasonViewTest {

    @Test
    void howSureItIsHasAsManyDigitsAsMatchingCounts() {
        var reason = new ReasonView("mending", "Mending", 0.83, 12).saidAs("darning", "Darning", 0.8571428571428571);

        assertThat(reason.confidence()).isEqualTo(0.857);
        assertThat(reason.saidAs("darning", "Darning", 1.0).confidence()).isEqualTo(1.0);
    }

    @Test
    void whatIsOneButForItsLastDigitsIsToldAsOne() {
        double nearlyOne = 0.9999999999999999;
        var group = new GroupView(
                UUID.randomUUID(),
                GroupState.PROPOSED,
                null,
                new Text("sentence.nothing"),
                new PurposeView(new Text("sentence.nothing"), List.of(), List.of()),
                3,
                8,
                3,
                0,
                5,
                nearlyOne,
                null,
                Instant.EPOCH,
                null);
        var person = new MemberView(
                UUID.randomUUID(), "ada", "Ada", MembershipState.INVITED, nearlyOne, null, null, null, null);

        assertThat(group.cohesion()).isEqualTo(1);
        assertThat(person.affinity()).isEqualTo(1);
    }
}
