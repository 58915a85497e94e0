package org.coterie.tags;

import java.util.regex.Pattern;

/** Web and mail addresses, and the handles behind an {@code @}: their words are not what somebody says. */
final class Addresses {

    /** What ends an address, so that a full stop or a bracket behind it stays. */
    private static final String REST = "[^\\s\\p{Z}<>]*[\\p{L}\\p{N}/=&#%_~+-]";

    private static final String HOST = "[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)%s";

    /**
     * Handles such as {@code @ada} and {@code @ada@example.org}, what has a scheme, or {@code www.}, mail, and bare hosts with a path
     * or an ending that no word has: {@code chess.com}, but not {@code node.js}, {@code asp.net} or {@code étudiant.es}.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("""
            [@＠][\\p{L}\\p{N}_](?:[.-]*+[\\p{L}\\p{N}_]++)*+(?:@%2$s)?\
            |(?<![\\p{L}\\p{M}\\p{N}_#＃])(?:\
            \\p{Alpha}[\\p{Alnum}+-]{0,20}+://%1$s\
            |(?i:www)\\.%1$s\
            |(?<![\\p{L}\\p{N}][._%%+-])(?:[\\p{L}\\p{N}._%%+-]++@%3$s\
            |%2$s(?<!\\.js)(?:(?<=\\.[a-z]{2,12})(?::\\p{N}++)?[/?#]%1$s\
            |(?<=\\.(?:com|org|eu|de|ch|fr|uk))(?!['’]))))""".formatted(REST, HOST.formatted("*+"), HOST.formatted("++")));

    /** What no word, hashtag or phrase has, nor a clause ends with. */
    private static final String BLANK = "\u00A0";

    private Addresses() {}

    /** The text with blanks in their place: everything else stays where it is. */
    static String blanked(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(address -> BLANK.repeat(address.group().length()));
    }
}
