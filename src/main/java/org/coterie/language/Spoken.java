package org.coterie.language;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What somebody speaks, behind how it is written down. */
public final class Spoken {

    /** Such codes have letters of a known number, so that there are not many; longer ones name no language today. */
    private static final int LONGEST_CODE = 3;

    private static final Map<String, String> BY_CODE = new ConcurrentHashMap<>();

    private Spoken() {}

    /**
     * The language of a tag (BCP 47), without script and region: {@code pt-BR} and {@code pt-PT} are one to speak. Of several
     * codes for one it is always the same ({@code cmn} is {@code zh}, by CLDR), and who speaks one Norwegian understands the
     * other: both are {@code no}.
     */
    public static String language(String tag) {
        int dash = tag.indexOf('-');
        String code = (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
        return code.length() > LONGEST_CODE ? code : BY_CODE.computeIfAbsent(code, Spoken::canonical);
    }

    private static String canonical(String code) {
        String language = ULocale.createCanonical(code).getLanguage();
        return switch (language) {
            case "nb", "nn" -> "no";
            case "" -> code;
            default -> language;
        };
    }
}
