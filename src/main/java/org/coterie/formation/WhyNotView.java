package org.coterie.formation;

import java.util.List;
import org.coterie.people.Term;
import org.coterie.people.TermsChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is in no group, and what would help. Names nobody. */
@Schema(name = "WhyNot", description = "Why you are in no group, and what would help. Names nobody.")
public record WhyNotView(
        @Schema(description = """
                        `IN_A_GROUP`: you are in one, or invited to one. \
                        `NO_INTERESTS`: you say nothing that counts right now. \
                        `TOO_FEW`: not enough others who are in no group care about the same; `waiting` in your \
                        suggestions says how many more it takes. \
                        `YOUR_TERMS`: there would be a group, were it not for your own terms. \
                        `OTHERS`: there are enough, but they cannot sit together, or with you, whatever your terms. \
                        `SOON`: nothing is in the way; your suggestions show a place, or the next formation will.""", examples = "YOUR_TERMS") Hindrance reason,

        @Schema(
                description = "The same in one sentence.",
                examples = "There would be a group for you, were it not for your own terms.")
        String sentence,

        @Schema(
                description =
                        "The least changes that would help, each by itself. None but for `YOUR_TERMS`, and not there either where one"
                                + " would tell what a single other person speaks.")
        List<Help> wouldHelp) {

    public WhyNotView {
        wouldHelp = List.copyOf(wouldHelp);
    }

    static WhyNotView because(Hindrance reason) {
        return new WhyNotView(reason, reason.sentence, List.of());
    }

    static WhyNotView unless(List<Help> wouldHelp) {
        return new WhyNotView(Hindrance.YOUR_TERMS, Hindrance.YOUR_TERMS.sentence, wouldHelp);
    }

    /** What keeps somebody from a group. */
    @Schema(name = "Hindrance", description = "What keeps you from a group.")
    enum Hindrance {
        IN_A_GROUP("You are in a group, or invited to one."),
        NO_INTERESTS("You have said nothing that counts right now."),
        TOO_FEW("Too few others who are in no group care about the same."),
        YOUR_TERMS("There would be a group for you, were it not for your own terms."),
        OTHERS("There are others who care about the same, but not enough who can sit together with you."),
        SOON("Nothing is in the way: your suggestions show a place, or the next formation will.");

        private final String sentence;

        Hindrance(String sentence) {
            this.sentence = sentence;
        }
    }

    /** A change of somebody's terms after which there would be a group for them. */
    @Schema(name = "HelpfulChange", description = "A change of your terms after which there would be a group for you.")
    public record Help(
            @Schema(description = "Which terms it changes.", examples = "[\"DISTANCE\"]")
            List<Term> terms,

            @Schema(description = "The change itself.") TermsChange change,

            @Schema(
                    description = "The same in one sentence.",
                    examples = "If you went as far as 25 km, there would be a group with you about Repair Café.")
            String sentence) {

        public Help {
            terms = List.copyOf(terms);
        }
    }
}
