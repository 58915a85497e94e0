package org.coterie.formation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.coterie.language.Text;
import org.coterie.people.Term;
import org.coterie.people.TermsChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody is in no group, and what would help. Names nobody but with whom they come. */
@Schema(
        name = "WhyNot",
        description = "Why you are in no group, and what would help. Names nobody but companions of yours.")
public record WhyNotView(
        @Schema(description = """
                        `IN_A_GROUP`: you are in one, or invited to one. \
                        `NO_INTERESTS`: you say nothing that counts right now. \
                        `TOO_FEW`: fewer others who are in no group openly care about any one thing of yours than a group \
                        takes, and no group with an open place is about it; what you, or they, have said no to in the last thirty days does not count, nor do those with whom you left a group about it. \
                        `NOBODY_OFFERS`: there are enough, but some look for it, and nobody who is in no group offers it openly. \
                        `YOUR_TERMS`: there would be a group, were it not for your own terms. \
                        `OTHERS`: there are enough, but however far you loosened your terms, staying where you are, no group \
                        of those who openly care about it was found in which all can sit together. \
                        `COMMON`: what you share is too common to be a reason by itself; groups about it are made when \
                        groups are formed among everybody. \
                        `SOON`: nothing is in the way; your suggestions show a place, or the next formation will.""", examples = "YOUR_TERMS") Hindrance reason,

        @Schema(
                implementation = String.class,
                description = "The same in one sentence.",
                examples = "There would be a group for you, were it not for your own terms.")
        Text sentence,

        @Schema(
                description = "Which of your terms are in the way; none but for `YOUR_TERMS`.",
                examples = "[\"DISTANCE\"]")
        List<Term> terms,

        @Schema(
                description =
                        "The least changes that would help, each by itself. Distances go in steps, such as 5, 10, 25 and"
                                + " 50 km, and hours in parts of a day where they would be the time of one other alone, so that"
                                + " they tell nobody's place or time."
                                + " None but for `YOUR_TERMS`, and not there"
                                + " either where nothing was found that may be told: such as what a single other person speaks.")
        List<Help> wouldHelp,

        @Schema(
                description =
                        "Without which companions of yours there would be a group for you, your terms unchanged: the fewest,"
                                + " each entry by itself. None but for `OTHERS`.")
        List<Parting> comeWithout) {

    public WhyNotView {
        terms = List.copyOf(terms);
        wouldHelp = List.copyOf(wouldHelp);
        comeWithout = List.copyOf(comeWithout);
    }

    static WhyNotView because(Hindrance reason) {
        return new WhyNotView(reason, sentence(reason), List.of(), List.of(), List.of());
    }

    /** It is others who cannot sit together with the person and whoever comes with them. */
    static WhyNotView becauseOfCompany(List<Parting> comeWithout) {
        return new WhyNotView(Hindrance.OTHERS, new Text("why-not.OTHERS.together"), List.of(), List.of(), comeWithout);
    }

    static WhyNotView unless(Collection<Term> terms, List<Help> wouldHelp) {
        return new WhyNotView(
                Hindrance.YOUR_TERMS,
                sentence(Hindrance.YOUR_TERMS),
                terms.stream().sorted().toList(),
                wouldHelp,
                List.of());
    }

    private static Text sentence(Hindrance reason) {
        return new Text("why-not." + reason.name());
    }

    /** What keeps somebody from a group. */
    @Schema(name = "Hindrance", description = """
            What keeps you from a group.

            - `IN_A_GROUP`: you are in one, or invited to one.
            - `NO_INTERESTS`: you have said nothing that counts right now.
            - `TOO_FEW`: too few others who are in no group openly care about the same, and no group with an open place is about it.
            - `NOBODY_OFFERS`: there are enough who care about the same, but some look for it, and nobody who is in no group offers
              it openly.
            - `YOUR_TERMS`: there would be one, were it not for your own terms.
            - `OTHERS`: of those who care about the same no group was found that can sit together with you, and with whom you come.
            - `COMMON`: what you share with others is common, and groups about it are made of everybody at once.
            - `SOON`: nothing; your suggestions show a place, or the next formation will.""")
    enum Hindrance {
        IN_A_GROUP,
        NO_INTERESTS,
        TOO_FEW,
        NOBODY_OFFERS,
        YOUR_TERMS,
        OTHERS,
        COMMON,
        SOON
    }

    /** A change of somebody's terms after which there would be a group for them. */
    @Schema(name = "HelpfulChange", description = "A change of your terms after which there would be a group for you.")
    public record Help(
            @Schema(description = "Which terms it changes.", examples = "[\"DISTANCE\"]")
            List<Term> terms,

            @Schema(description = "The change itself.", examples = "{\"matching\": {\"place\": {\"withinKm\": 25}}}")
            TermsChange change,

            @Schema(
                    implementation = String.class,
                    description = "The same in one sentence.",
                    examples = "If you went as far as 25 km, there would be a group for you: Repair Café.")
            Text sentence) {

        public Help {
            terms = List.copyOf(terms);
        }
    }

    /** Companions of somebody without whom there would be a group for them. */
    @Schema(
            name = "HelpfulParting",
            description =
                    "Companions of yours without whom there would be a group for you. To come without one of them is"
                            + " `DELETE /v1/people/me/companions/{personId}`, and without two `DELETE /v1/people/me/companions`,"
                            + " which is all of them; they can read that it is no longer mutual.")
    public record Parting(
            @Schema(
                    description = "Without whom you would have to come.",
                    examples = "[\"5e8f3c1a-7b2d-4f60-9a4c-d1e6b3f7082c\"]")
            List<UUID> personIds,

            @Schema(
                    implementation = String.class,
                    description = "The same in one sentence.",
                    examples = "If you came without Bo, there would be a group for you: Repair Café.")
            Text sentence) {

        public Parting {
            personIds = List.copyOf(personIds);
        }
    }
}
