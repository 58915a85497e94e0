package org.coterie.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonViewTest {

    @Test
    void howSureItIsHasAsManyDigitsAsMatchingCounts() {
        var reason = new ReasonView("mending", "Mending", 0.83, 12).saidAs("darning", "Darning", 0.8571428571428571);

        assertThat(reason.confidence()).isEqualTo(0.857);
        assertThat(reason.saidAs("darning", "Darning", 1.0).confidence()).isEqualTo(1.0);
    }
}
