package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenialsTest {

    /** What stands between the signs is looked at. */
    private static boolean isDenied(String language, String marked) {
        int start = marked.indexOf('[');
        return new Denials(marked.replaceAll("[\\[\\]]", ""), Set.of(language), Set.of(), null).reach(start);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I no longer [run]
            en | I no longer [run], but I want to learn to knit
            en | I no longer [run] and would love to learn chess
            es | Ya no [corro], pero me gustaría aprender a tejer
            es | Ya no [corro] pero quiero aprender ajedrez
            fr | Je ne [cours] plus, mais j'aimerais apprendre le tricot
            fr | Je ne [cours] plus, mais je voudrais reprendre le tricot
            no | Jeg [løper] ikke lenger, men vil gjerne lære å strikke
            no | Jeg liker ikke [fotball], men vil lære sjakk
            fr | La [course], j'ai arrêté, mais j'aimerais reprendre le tricot
            en | I hate chess, [swimming] and hiking
            en | I hate chess, swimming and [hiking]
            en | I no longer do chess, yoga and [hiking]
            en | I'm not a fan of chess or gardening or [hiking]
            en | I never play chess or go hiking or [swimming]
            en | [Hiking] I don't like
            en | I hate [golf]. I love hiking
            de | Ich mag kein Schach, Wandern oder [Schwimmen]
            fr | Je déteste la [randonnée]
            fr | La [randonnée], je déteste
            fr | La [randonnée], ce n'est pas pour moi
            es | No me gusta el ajedrez, la natación ni el [senderismo]
            no | Jeg liker ikke sjakk, svømming eller [fotturer]
            en | I don't like [running] at all
            en | I don’t want to do any [pottery]
            en | i dont like [running], cant stand it
            en | cant stand [golf]
            en | Boycott [golf]
            en | Never again [karaoke]!
            en | We stopped playing [chess] last year
            en | I gave up [smoking]
            en | [Football] is not for me
            en | I'd rather cook than anything, but not [bake]
            de | Ich laufe nicht mehr, keine [Marathons]
            de | Ich [laufe] nicht mehr
            de | Bitte kein [Fußball]
            de | Mit dem [Rauchen] habe ich aufgehört
            fr | Je ne fais plus de [vélo]
            fr | Je n'aime pas le [football]
            fr | Sans [gluten], merci
            es | Ya no [corro]
            es | No me gusta el [fútbol]
            es | El [fútbol] no me gusta
            no | Jeg liker ikke [fotball]
            no | Jeg [løper] ikke lenger
            en | [Golf]? No thanks
            en | No [running] please
            en | I used to [knit]
            en | [Running]? Not for me
            en | Ich mag kein [Golf] mehr
            de | I hate [golf]
            en | I'm quitting [yoga]
            en | I am giving up [yoga] for good
            en | I've had enough of [yoga]
            en | I lost interest in [yoga]
            en | Anything but [yoga]
            en | [Yoga]? No way
            en | I'm not interested in [yoga]
            de | Ich höre mit [Yoga] auf
            de | Ich höre jetzt mit dem [Yoga] auf und suche etwas anderes
            de | Ich gebe [Yoga] auf
            de | Wir geben nach zwei Jahren das [Yoga] auf, leider
            de | Ich höre auf, [Yoga] zu machen
            de | Ich will mit [Yoga] aufhören
            de | Mit [Yoga] höre ich auf
            de | Kein [Yoga] mehr
            de | Schluss mit [Yoga]
            de | Ich habe [Yoga] satt
            de | Ich verzichte auf [Yoga]
            de | Keine Lust auf [Yoga]
            fr | J'arrête le [yoga]
            fr | J’ai arrêté le [yoga]
            fr | Je ne fais plus de [yoga]
            fr | J'abandonne le [yoga]
            fr | Je laisse tomber le [yoga]
            fr | Le [yoga] ne m'intéresse plus
            fr | Fini le [yoga]
            fr | Le [yoga], c'est fini
            fr | Je renonce au [yoga]
            es | Nada de [yoga]
            es | Dejo el [yoga]
            es | Ya no hago [yoga]
            es | He dejado el [yoga]
            es | Quiero dejar el [yoga]
            es | Se acabó el [yoga]
            es | El [yoga] me aburre
            es | Abandono el [yoga]
            es | Basta de [yoga]
            no | Jeg slutter med [yoga]
            no | Jeg har sluttet med [yoga]
            no | Jeg gir opp [yoga]
            no | Jeg er ferdig med [yoga]
            no | Aldri mer [yoga]
            no | Jeg dropper [yoga]
            no | [Yoga] interesserer meg ikke
            no | Jeg driver ikke med [yoga] lenger
            no | Jeg har fått nok av [yoga]
            es | Paso del [yoga]
            es | Paso de hacer [yoga]
            en | I say no to [yoga]
            de | Ich mag nicht mehr [stricken], möchte aber tanzen
            fr | Je ne vis pas pour le [yoga]
            en | I have given [yoga] up
            en | Anything except [yoga] please
            en | [Yoga] does nothing for me
            de | Alles außer [Yoga]
            de | Mit [Yoga] kann ich nichts anfangen
            fr | Tout sauf le [yoga]
            es | Cualquier cosa menos [yoga]
            no | Jeg har aldri likt [yoga]
            no | Alt annet enn [yoga]
            de | Auf [Yoga] habe ich keine Lust
            de | Auf [Yoga] habe ich überhaupt keine Lust
            de | Ich meide [Karaoke]
            de | [Yoga] finde ich langweilig
            en | [Yoga] sucks
            en | I steer clear of [karaoke]
            fr | J'évite le [karaoké]
            fr | Le [yoga] me gonfle
            es | Evito el [karaoke]
            es | El [yoga] es un rollo
            no | Jeg unngår [karaoke]
            no | [Yoga] har jeg ikke lyst på
            en | [Golf] sucks but I love yoga
            en | Don't you hate [golf]?
            en | My wife and I don't like [golf]
            en | My doctor says I can't do [yoga]
            en | My friends play chess, I don't do [yoga]
            en | [Yoga] isn't for me, is it?
            de | Meine Frau und ich mögen kein [Yoga]
            de | Ich mag kein [Yoga], ist das nicht okay?
            fr | Mon mari et moi n'aimons pas le [yoga]
            fr | Je n'aime pas le [yoga], n'est-ce pas ?
            es | Mi mujer y yo no hacemos [yoga]
            es | No me gusta el [yoga], ¿vale?
            es | No hago [yoga], ¿y tú?
            no | Kona mi og jeg liker ikke [yoga]
            no | Jeg liker ikke [yoga], er det greit?
            no | Er det noen som ikke liker [yoga]?
            en | I do not, under any circumstances, want to go [hiking]
            en | I don't, to be honest, like [hiking]
            en | I would, under no circumstances, go [hiking]
            en | I would never, in my life, go [hiking]
            en | I can't (for medical reasons) do any [running]
            en | We do not – as you know – play [chess]
            en | I am not, by any means, a fan of [golf]
            en | I don't, however, like [golf]
            en | Under no circumstances do I want to go [hiking]
            en | On no account will I play [golf]
            en | By no means am I into [golf]
            fr | Je ne veux, en aucun cas, faire de la [randonnée]
            fr | Je ne veux pas, à vrai dire, faire de la [randonnée]
            fr | En aucun cas je ne veux faire de la [randonnée]
            fr | Je ne veux en aucun cas faire de la [randonnée]
            fr | Je ne fais plus, pour l'instant, de [vélo]
            fr | Je ne peux (pour des raisons de santé) faire du [vélo]
            de | Ich möchte auf gar keinen Fall [wandern]
            de | Ich möchte, auf gar keinen Fall, [wandern]
            de | Ich will unter keinen Umständen [wandern]
            de | Ich will, unter keinen Umständen, [wandern] gehen
            de | Auf keinen Fall will ich [wandern]
            de | Ich möchte nicht, um ehrlich zu sein, [wandern]
            de | Ich kann, aus gesundheitlichen Gründen, nicht [wandern]
            de | Ich mag, ehrlich gesagt, kein [Yoga]
            de | Ich möchte keinesfalls [wandern]
            es | No quiero, bajo ningún concepto, hacer [senderismo]
            es | No quiero bajo ninguna circunstancia hacer [senderismo]
            es | Bajo ningún concepto quiero hacer [senderismo]
            es | Yo no, sinceramente, hago [yoga]
            es | No me gusta, la verdad, el [yoga]
            no | Jeg vil ikke, under noen omstendigheter, gå på [fottur]
            no | Jeg vil under ingen omstendigheter gå på [fottur]
            no | Jeg vil, under ingen omstendigheter, drive med [yoga]
            no | Jeg liker ikke, ærlig talt, [yoga]
            no | Under ingen omstendigheter vil jeg spille [golf]
            de | Wir werden niemals, unter keinen Umständen, [Golf] spielen
            en | I really don't, at the moment, play any [chess]
            en | I do not and will not, under any circumstances, play [golf]
            fr | Je n'irai jamais, sous aucun prétexte, à la [piscine]
            no | Jeg skal aldri, uansett hva, spille [golf]
            en | I have no interest in [yoga]
            en | No interest in [chess] whatsoever
            en | [Yoga]? Nope.
            en | [Yoga] isn't really my cup of tea
            en | I like all sports except [golf]
            en | I'm over [yoga]
            de | Alle Sportarten außer [Golf]
            de | Früher habe ich [Yoga] gemacht
            de | Ich habe früher [Schach] gespielt
            fr | Tous les sports sauf le [golf]
            fr | Non au [yoga]
            en | I ain't into [yoga] anymore
            en | [Baseball] is not what I'm looking for
            en | I love yoga; [baseball] isn't what I want
            en | I refuse to do [yoga]
            de | [Yoga] ist mir egal
            de | Von [Yoga] halte ich nichts
            de | Ich halte nicht viel von [Yoga]
            fr | Le [yoga], j'ai arrêté
            fr | J'ai arrêté le [tennis]
            fr | Le [yoga] ne me manque pas
            fr | Le [yoga] ne me manque pas du tout
            es | Perdí el interés por la [astronomía]
            es | He perdido el interés por el [yoga]
            es | Me he cansado de hacer cosas, nunca hago [yoga]
            no | Jeg er lei av [yoga]
            fr | Avant, je faisais du [yoga]
            es | Todos los deportes excepto el [golf]
            es | [Yoga] no, gracias
            es | Antes hacía [yoga]
            no | Alle idretter unntatt [golf]
            no | Nei takk til [yoga]
            no | Før drev jeg med [yoga]
            de | [Schach] macht keinen Spaß
            de | [Schach] macht mir keinen Spaß mehr
            de | [Klettern] macht uns keinen Spaß mehr, sucht ihr jemanden?
            de | Das [Stricken] macht mir überhaupt keinen Spaß
            en | [Chess] is no fun anymore
            fr | La [couture] ne m'amuse plus
            es | El [ajedrez] ya no me divierte
            no | [Sjakk] er ikke gøy lenger
            de | Wandern ja, [Yoga] nein
            de | [Yoga] nein, Wandern ja
            de | [Schach]? Nein. Wandern? Ja!
            en | Hiking yes, [yoga] no
            en | [Golf] no, chess yes!
            en | [Chess]? No. Go? Yes.
            fr | La randonnée oui, le [yoga] non
            fr | Le [yoga] non, la randonnée oui
            es | Senderismo sí, [yoga] no
            es | Me gusta el senderismo y el [fútbol] no
            no | Fottur ja, [yoga] nei
            no | [Strikking]? Nei. Sjakk? Ja!
            de | Statt [Schach] lieber Wandern
            de | Statt [Schach] spiele ich Go
            no | I stedet for [sjakk] spiller jeg go
            en | I gave up [chess] for cycling
            en | We quit [golf] in favour of hiking
            de | Ich habe [Schach] für Yoga aufgegeben
            fr | J'ai abandonné les [échecs] pour le vélo
            es | Dejé el [ajedrez] por el ciclismo
            no | Jeg ga opp [sjakk] for sykling
            es | Sin [gluten] y sin azúcar
            es | Sin gluten y sin [azúcar]
            de | Kaffee ohne [Zucker]. Ohne Milch
            de | Ohne [Fleisch] und keine Milch, bitte
            fr | Sans [gluten] ni lait
            en | We hike without [dogs] and don't drink
            en | Cooking without [meat] is fun
            de | Kochen ohne [Fleisch], ich habe nie Zeit
            en | Likes: chess. Dislikes: [golf], poker
            en | Likes: chess. Dislikes: golf, [poker]
            en | Things I don't like: [golf]
            en | I hate: #[golf]
            de | Mag nicht: Golf, [Poker]
            de | Was ich nicht mag: [Golf]
            fr | Je n'aime pas : le [golf], le poker
            es | Me gusta: ajedrez. No me gusta: [golf], póquer
            no | Liker ikke: golf, [poker]
            en | I am allergic to [cats], so dogs only
            de | Ich bin gegen [Katzen] allergisch
            de | Ich bin allergisch gegen [Katzen]
            fr | Je suis allergique aux [chats]
            es | Soy alérgica a los [gatos]
            no | Jeg er allergisk mot [katter]
            en | We've had our fill of [camping]
            en | Count me out for [karaoke]
            en | [Swimming] isn't really me
            en | [Yoga] did nothing for me
            de | Ich [zelte] ungern
            de | Ich gehe ungern [schwimmen]
            de | Ich habe die Nase voll vom [Kochen]
            de | Ich kann [Yoga] nichts abgewinnen
            de | Mit [Joggen] habe ich nichts am Hut
            de | Für [Oper] bin ich nicht zu haben
            de | [Fußball] lässt mich kalt
            es | Estoy hasta las narices del [fútbol]
            es | El [fútbol] me cansa
            de | Nein zur [Jagd]
            de | Null Bock auf [Fußball]
            no | Jeg kjeder meg av [opera]
            no | [Yoga] gir meg ingenting
            en | I am an ex-[runner] and ex-dancer
            en | I am an ex-runner and ex-[dancer]
            en | Former [chess] player looking for friends
            en | Former competitive [swimmer]
            de | Ehemaliger [Läufer], jetzt Yoga
            de | Ex-[Läuferin] sucht Yoga
            fr | Ancienne [danseuse], je fais du yoga
            es | Ex [nadador], ahora yoga
            no | Tidligere [danser], nå yoga
            no | Eks-[løper]
            en | I do not dislike chess, I hate [golf]
            de | Ich hasse [Golf], Tennis nicht
            en | I don´t like [golf]
            en | I don‘t like [golf]
            """)
    void whatATextDeniesIsDenied(String language, String marked) {
        assertThat(isDenied(language, marked)).as(marked).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I like [yoga]. I hate golf
            en | Ain't [yoga] great?
            en | I ain't done with [yoga]
            en | There ain't nothing like [yoga]
            en | Golf is not what I'm looking for, [yoga] is
            en | What I want is [yoga]. Golf is not what I'm looking for
            en | I refuse to give up [yoga]
            en | I refuse to stop playing [chess]
            en | Not many people know how great [archery] is
            de | [Schach] oder Go ist mir egal
            de | Schach oder [Go] ist mir egal
            de | Wann wir [Yoga] machen, ist mir egal
            de | Beim [Yoga] ist mir egal, wer kommt
            de | [Yoga] im Park, der Ort ist mir egal
            de | Von [Yoga] halte ich viel
            de | Alle reden von [Yoga]. Von Golf halte ich nichts
            fr | Je ne rate jamais un cours de [yoga]
            fr | Je rate jamais le [yoga]
            fr | Je ne me lasse pas du [yoga]
            fr | Il ne me manque plus que le [yoga]
            fr | Le [yoga] me manque
            fr | Je fais du [yoga], j'ai arrêté le tennis
            fr | J'ai arrêté le tennis pour le [yoga]
            fr | Le [yoga], j'ai arrêté mais j'aimerais reprendre
            es | Nunca me canso del [yoga]
            es | No he perdido el interés por la [astronomía]
            no | Jeg går aldri glipp av [yoga]
            no | Jeg blir aldri lei av [yoga]
            en | I don't like any sports except [golf]
            en | I don't like sports, except [golf]
            en | I like nothing except [golf]
            en | Free every day except Monday for [yoga]
            en | I'm over 60 and love [yoga]
            en | I'm over the moon about [yoga]
            en | Chess? Nope. [Yoga]? Yes!
            en | I used to do [yoga] and want to start again
            de | Früher habe ich [Yoga] gemacht und möchte wieder anfangen
            de | Ich spiele außer [Golf] auch Tennis
            de | Außer [Yoga] mache ich Pilates
            fr | Un café avant, je fais du [yoga]
            es | Antes de [correr] hago yoga
            no | Før jobb går jeg på [yoga]
            en | I don't like golf, [yoga] is more fun
            en | I don't like golf, [yoga] and hiking are better
            en | I don't like golf, and [yoga] keeps me going
            en | Instead of golf, [yoga] and hiking
            en | I gave up smoking and started [swimming]
            en | I wouldn't mind [hiking]
            fr | J'aime le [yoga]. Je déteste le golf
            fr | Je n'ai personne pour faire de la [randonnée]
            fr | Je ne trouve personne pour la [randonnée]
            fr | Je n'ai jamais joué aux [échecs] mais j'aimerais apprendre
            en | I can't [swim] and want to learn
            fr | La [danse], j'ai arrêté, mais j'aimerais reprendre
            en | I can't [swim], but I would love to learn how
            es | No sé [nadar], pero quiero aprender
            es | No sé [nadar] y me gustaría aprenderlo
            fr | Je ne sais pas [nager] et je voudrais apprendre
            no | Jeg kan ikke [svømme], men vil gjerne lære det
            no | Jeg kan ikke [svømme] og vil lære
            no | Jeg finner ingen til [sjakk]
            en | I [run] every morning
            en | Not only [running], anything outside
            en | I can't wait to go [sailing]
            en | I cant wait to go [sailing]
            en | Why not [sailing]?
            en | I no longer run, but I love [cycling]
            en | I don't smoke. [Cycling] is great
            en | I stopped smoking and now I want to start [running]
            en | [Cycling] is great, cars are not
            en | I have never tried [sailing]
            de | Nicht nur [Wandern], auch anderes
            de | Ich rauche nicht, suche aber Leute zum [Wandern]
            de | Ich war noch nie [klettern] und will es lernen
            fr | Pourquoi pas le [vélo]
            fr | Je ne fume pas, mais j'aime le [vélo]
            es | No solo [ajedrez]
            es | No fumo, pero quiero [correr]
            no | Ikke bare [ski]
            no | Jeg røyker ikke, men liker [ski]
            ja | not [not]
            en | I can't [knit] yet, who teaches me?
            en | I don't have anyone to play [chess] with
            en | I am [quitting smoking], who joins in?
            fr | Je ne fais que du [yoga]
            de | Ich möchte nicht auf [Yoga] verzichten
            no | Jeg vil lære [sjakk] nå
            en | I can't wait to do [yoga]
            en | I never get tired of [yoga]
            en | I couldn't live without [yoga]
            en | I wouldn't miss [yoga] for the world
            en | Nothing beats [yoga]
            en | There is no better start than [yoga]
            en | No way I would miss [yoga]
            de | Ich höre gern [Musik]
            de | Ich höre gern [Musik] auf Vinyl
            de | Ich höre mit Freunden [Jazz] auf Platten
            de | Ich gebe [Yoga] nicht auf
            de | Ich gebe nicht auf und mache weiter [Yoga]
            de | Ich gebe Kurse in [Yoga] auf dem Dach
            de | Ich kann mit [Yoga] nicht aufhören
            de | Ich werde nicht mit [Yoga] aufhören
            de | Warum nicht [Yoga]
            de | Ich habe mit dem Rauchen aufgehört und fange mit [Yoga] an
            de | Ohne [Yoga] geht es nicht
            de | Es gibt nichts Besseres als [Yoga]
            fr | Pourquoi pas du [yoga]
            fr | Je n'arrête pas le [yoga]
            fr | Je ne peux pas me passer de [yoga]
            fr | Il n'y a rien de mieux que le [yoga]
            fr | N'importe quel [yoga] me va
            fr | J'ai arrêté de fumer et je fais du [yoga]
            fr | Je n'ai jamais fait de [yoga]
            fr | Je ne trouve pas de cours de [yoga]
            es | No hay nada como el [yoga]
            es | Nada mejor que el [yoga]
            es | No puedo vivir sin [yoga]
            es | No puedo dejar el [yoga]
            es | No me canso de hacer [yoga]
            es | ¿Por qué no [yoga]?
            es | No tengo con quién hacer [yoga]
            es | Me gusta nadar y el [yoga]
            no | Hvorfor ikke [yoga]
            no | Jeg kan ikke slutte med [yoga]
            no | Jeg kan ikke vente med å begynne med [yoga]
            no | Jeg får ikke nok av [yoga]
            no | Jeg kan ikke leve uten [yoga]
            no | Det finnes ikke noe bedre enn [yoga]
            no | Jeg har sluttet å røyke og jeg driver med [yoga]
            no | Jeg har ingen å gjøre [yoga] med
            en | There's no [yoga] class here, who starts one?
            en | There isn’t a [yoga] class here
            en | I never miss a [yoga] class
            en | I do not know how to [knit], teach me
            en | I wouldn't say no to [yoga]
            en | Quit [yoga]? Never!
            en | I can't [knit], but I want to learn it
            en | Without [yoga] I can't live
            de | [Yoga] ist nicht einfach, aber ich liebe es
            de | Ich kann nicht [stricken], möchte es aber lernen
            de | Es gibt hier keinen Kurs für [Yoga]
            fr | Sans [yoga] je ne vis pas
            fr | Le [yoga], pas facile, mais j'aime
            es | No puedo esperar a hacer [yoga]
            es | Aquí no hay clases de [yoga], ¿quién empieza?
            es | Sin [yoga] no vivo
            es | El paso del tiempo y el [yoga]
            no | Uten [yoga] går det ikke
            no | Det finnes ikke [yoga] her
            en | No day without [yoga]
            en | I never thought I would love [yoga]
            en | I'm not good at [yoga] but keen
            de | Kein Tag ohne [Yoga]
            de | Ich kann ohne [Yoga] nicht leben
            de | Suche [Yoga] für Anfänger, nicht zu teuer
            de | Ich traue mich nicht zum [Yoga]
            fr | Pas un jour sans [yoga]
            fr | Je n'ose pas aller au [yoga]
            es | Ni un día sin [yoga]
            es | No tengo experiencia en [yoga]
            no | Ikke en dag uten [yoga]
            no | Jeg har ingen erfaring med [yoga]
            en | I can't [swim], who teaches me?
            en | I can't [swim]. Can anyone teach me?
            en | I don't just [run], I hike
            en | He doesn't only [run], he hikes
            de | Hier gibt es keinen [Schachclub]
            de | Ich kann nicht [schwimmen], wer bringt es mir bei?
            fr | Je ne sais pas [nager], qui m'apprend ?
            fr | Je ne fais pas seulement du [vélo]
            es | No sé [nadar], ¿quién me enseña?
            es | No hago solamente [yoga]
            no | Jeg kan ikke [svømme], hvem lærer meg det?
            no | Jeg driver ikke kun med [yoga]
            en | My [singing] sucks but I love it
            en | My [singing] sucks, but I love doing it
            en | Isn't [yoga] wonderful?
            en | Hello! Don't you love [yoga]?
            en | My friends don't like [yoga], so I come alone
            en | He no longer plays [chess]
            en | Because my kids don't like [chess] I look for others
            de | [Yoga] aufgeben? Niemals!
            de | Ist [Yoga] nicht wunderbar?
            de | Wollt ihr nicht [Yoga] machen?
            de | Meine Freunde mögen kein [Yoga], also komme ich allein
            de | Mit [Yoga] aufhören? Nie im Leben!
            de | [Yoga] nervt, aber es macht Spaß
            fr | N'aimez-vous pas le [yoga] ?
            fr | Arrêter le [yoga] ? Jamais !
            fr | Mes amis n'aiment pas le [yoga], alors je viens seule
            fr | Le [yoga] n'est-il pas merveilleux ?
            es | ¿No es maravilloso el [yoga]?
            es | ¿Dejar el [yoga]? ¡Nunca!
            es | A mis amigos no les gusta el [yoga], así que vengo sola
            no | Er ikke [yoga] fantastisk?
            no | Slutte med [yoga]? Aldri!
            no | Vennene mine liker ikke [yoga], så jeg kommer alene
            no | Vil dere ikke prøve [yoga]?
            en | No, honestly, I love [hiking]
            en | I don't, but I love, really, [hiking]
            en | I do not smoke, in general, [hiking] is my thing
            en | I would, under the right circumstances, love to go [hiking]
            en | I will, of course, bring my [guitar]
            en | I can, in my spare time, teach [chess]
            en | Why not, for now, try [yoga]
            en | I do not, under any circumstances, want to miss [yoga]
            en | I cannot, honestly, live without [yoga]
            en | I am not, to be honest, good at [yoga] but keen
            de | Auf gar keinen Fall ohne [Yoga]
            de | Auf keinen Fall möchte ich auf [Yoga] verzichten
            de | Yoga aufgeben? Auf keinen Fall, [Yoga] ist toll
            de | Ich möchte, wenn es geht, [wandern]
            de | Ich möchte, um ehrlich zu sein, [wandern]
            de | Ich will nicht, dass wir streiten, [Wandern] macht Spaß
            de | Nein, ehrlich, ich liebe [Yoga]
            de | Auf jeden Fall [Yoga]
            fr | Je veux, en fait, faire du [vélo]
            fr | Je ne veux en aucun cas arrêter le [yoga]
            fr | Pour rien au monde je n'arrêterais le [yoga]
            fr | Non, franchement, j'adore le [yoga]
            fr | Je voudrais, bien sûr, faire du [vélo]
            es | No, en serio, me encanta el [yoga]
            es | No, la verdad, prefiero el [yoga]
            es | Quiero, por supuesto, hacer [yoga]
            es | No quiero, bajo ningún concepto, dejar el [yoga]
            no | Jeg vil, selvfølgelig, drive med [yoga]
            no | Jeg vil under ingen omstendigheter slutte med [yoga]
            no | Nei, ærlig talt, jeg elsker [yoga]
            no | Jeg vil ikke, under noen omstendigheter, slutte med [yoga]
            en | Under no circumstances will I give up [yoga]
            en | By no means do I want to stop [yoga]
            es | Me gusta, la verdad, el [yoga]
            fr | Je n'aime pas courir, en général, le [vélo] me plaît plus
            en | I am, to be honest, addicted to [yoga]
            en | Would I, under any circumstances, miss [yoga]? No!
            de | Ohne [Yoga] geht bei mir nichts
            de | Ohne [Schach] und ohne Yoga geht bei uns gar nichts
            de | Ein Leben ohne [Schach] ist sinnlos
            de | Ich bin nichts ohne [Yoga]
            de | Ohne [Musik] kann ich nicht arbeiten
            fr | Sans le [yoga] je ne suis rien
            fr | La vie sans [musique] est triste
            fr | Je suis perdue sans le [tricot]
            en | Without [chess] life is dull
            en | Life is empty without [music]
            en | A week without [hiking] is boring
            es | La vida sin [música] es aburrida
            es | Sin el [ajedrez] no soy nada
            no | Livet er kjedelig uten [musikk]
            no | Uten [sjakk] er livet trist
            de | [Wandern] ja, Yoga nein
            de | Yoga nein, [Wandern] ja
            de | Schach? Nein. [Wandern]? Ja!
            de | [Yoga] ist schön, nein?
            de | Zu [Yoga] sage ich niemals nein
            en | [Hiking] yes, yoga no
            en | Chess is great, no? [Go] too
            en | Quit [yoga]? No!
            en | Would I miss [yoga]? No!
            de | Hast du genug von [Yoga]? Nein!
            fr | La [randonnée] oui, le yoga non
            fr | Le [yoga], c'est super, non ?
            fr | Arrêter le [yoga] ? Non !
            es | [Senderismo] sí, yoga no
            es | Me gusta el [senderismo] y el fútbol no
            es | ¿Dejar el [yoga]? ¡No!
            es | El [yoga] mola, ¿no?
            no | [Fottur] ja, yoga nei
            no | Slutte med [yoga]? Nei!
            de | Statt Schach lieber [Wandern]
            de | Statt Schach spiele ich [Go]
            de | Statt Schach [wandere] ich gern
            en | Instead of chess I play [go]
            fr | Au lieu des échecs je fais du [vélo]
            es | En vez de ajedrez prefiero el [senderismo]
            no | I stedet for sjakk spiller jeg [go]
            no | I stedet for sjakk heller [fottur]
            en | I gave up chess for [cycling]
            en | We quit golf in favour of [hiking]
            de | Ich habe Schach für [Yoga] aufgegeben
            fr | J'ai abandonné les échecs pour le [vélo]
            es | Dejé el ajedrez por el [ciclismo]
            no | Jeg ga opp sjakk for [sykling]
            en | [Hiking] alone is no fun
            de | [Wandern] macht allein keinen Spaß
            de | Alleine [wandern] macht mir keinen Spaß
            fr | La [randonnée] seule ne m'amuse pas
            es | El [senderismo] a solas no me divierte
            no | [Fottur] alene er ikke gøy
            en | Dislikes: golf. Likes: [chess]
            en | Dislikes: golf, likes: [chess]
            en | Dislikes: golf, but [chess] is fun
            en | I can't decide: [chess] or golf
            en | Never a dull moment: [hiking]
            de | Mag nicht: Golf. Mag: [Schach]
            es | Me gusta: [ajedrez]. No me gusta: golf
            en | I hate cats and love [dogs]
            en | I don't run and prefer [cycling]
            de | Ich hasse Katzen und liebe [Hunde]
            de | Ich mag keine Katzen und mag [Hunde]
            de | Ich zelte nicht ungern und [wandere]
            de | Ich möchte ungern allein [wandern]
            fr | Je n'aime pas courir et préfère [nager]
            es | Odio los gatos y adoro los [perros]
            no | Jeg hater katter og elsker [hunder]
            en | My ex-husband loves [golf]
            en | I am an ex-smoker who loves [yoga]
            en | Former [chess] club members welcome
            en | My former [dancer] friend
            en | The former is [chess]
            de | Auf ehemaligen Bahntrassen [wandern]
            fr | J'aime les anciennes [motos]
            es | Me gustan los antiguos [coches]
            en | I don't hate [running]
            en | I don't really dislike [running]
            en | I never gave up [chess]
            en | I'm not tired of [yoga]
            en | I can't say I hate [golf]
            de | Ich hasse [Laufen] nicht
            de | Ich hasse das [Laufen] nicht
            de | Ich habe [Yoga] nicht aufgegeben
            de | [Yoga] ist nicht langweilig
            fr | Je ne déteste pas le [yoga]
            fr | Le [yoga] ne m'ennuie pas
            fr | Je n'ai pas abandonné le [yoga]
            es | No odio el [yoga]
            es | El [yoga] no es aburrido
            no | Jeg hater ikke [yoga]
            no | [Yoga] er ikke kjedelig
            no | Jeg har ikke gitt opp [yoga]
            """)
    void whatOnlyStandsNearADenialIsNot(String language, String marked) {
        assertThat(isDenied(language, marked)).as(marked).isFalse();
    }

    /** A slash ends a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Dislikes:/- [golf]/- tennis                          | true
            en | Dislikes:/- golf/- [tennis]                          | true
            en | Dislikes:/- golf, but chess/- [tennis]               | true
            en | Not:/1. golf/2. [tennis]                             | true
            en | Not://* golf//* [tennis]                             | true
            en | Not:/golf/table [tennis]                             | true
            de | Mag nicht:/• Golf/• [Tennis]                         | true
            fr | Je n'aime pas :/- le golf/- le [tennis]              | true
            es | No me gusta:/- el golf/- el [tenis]                  | true
            no | Liker ikke:/- golf/- [tennis]                        | true
            en | Dislikes:/- golf/- tennis/Likes:/- [chess]           | false
            en | Dislikes:/- golf/I love [chess]                      | false
            en | Dislikes:/- golf//[Chess] club                       | false
            en | Dislikes:/golf/tennis//[chess]                       | false
            en | Dislikes: golf/- [chess]                             | false
            en | Not:/I love [chess]                                  | false
            en | My likes:/- [chess]/- no golf                        | false
            en | My likes:/- no golf/- [chess]                        | false
            """)
    void aListOnLinesOfItsOwnIsDeniedAsAWhole(String language, String marked, boolean denied) {
        assertThat(isDenied(language, marked.replace('/', '\n'))).isEqualTo(denied);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Früher habe ich [Yoga] gemacht
            fr | J'ai arrêté le [tennis]
            """)
    void itMakesNoDifferenceHowAnAccentIsStored(String language, String marked) {
        assertThat(isDenied(language, Normalizer.normalize(marked, Form.NFD))).isTrue();
    }
}
