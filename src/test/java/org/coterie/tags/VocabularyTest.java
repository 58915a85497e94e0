package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coterie.tags.Vocabulary.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that come along. */
@QuarkusTest
@org.junit.jupiter.api.Tag("http")
class VocabularyTest {

    @Inject
    Vocabulary vocabulary;

    @Inject
    Tags tags;

    private Reading starter() {
        return Reading.starter(vocabulary);
    }

    @Test
    void itHasHundredsOfEntriesEachWithALabelInFiveLanguages() {
        List<Entry> entries = vocabulary.starter();

        assertThat(entries).hasSizeBetween(600, 800);
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.names().keySet()).isEqualTo(Set.of("en", "de", "fr", "es", "nb"));
            assertThat(entry.names().values())
                    .allSatisfy(names -> assertThat(names)
                            .isNotEmpty()
                            .extracting(TagName::label)
                            .doesNotHaveDuplicates());
        });
    }

    @Test
    void noNameInItMeansTwoTags() {
        Map<String, String> means = new HashMap<>();

        for (Entry entry : vocabulary.starter()) {
            entry.all()
                    .forEach(name -> assertThat(
                                    means.merge(name.key(), entry.tag().name(), (one, other) -> one))
                            .as(name.label())
                            .isEqualTo(entry.tag().name()));
        }
    }

    @Test
    void noReaderIsToldHowSomebodyDecoratesAWord() {
        TagName ours = TagName.of(unique("Kite flying"));
        QuarkusTransaction.requiringNew()
                .run(() -> vocabulary.store(
                        List.of(new Entry(ours, Map.of("en", List.of(ours)))), java.time.Instant.now()));

        tags.resolve(List.of(TagName.of(ours.label().replace("Kite", "Kïté"))));

        assertThat(tags.find(ours.label())).map(KnownTag::label).contains(ours.label());
    }

    @Test
    void everyNameInItIsFoundWhereItIsSaid() {
        List<Entry> entries = vocabulary.starter();
        var reading = new Reading(entries);

        List<String> notFound = new ArrayList<>();
        for (Entry entry : entries) {
            entry.names()
                    .forEach((language, names) -> names.forEach(name -> {
                        if (!Stems.isLookalike(name.label(), name.name())
                                && !reading.tagsIn(name.label(), language)
                                        .contains(entry.tag().name())) {
                            notFound.add("%s: %s".formatted(language, name.label()));
                        }
                    }));
        }
        // two letters are rather a filler than a tag, and a comma parts what is said; what alone is rather something
        // else
        // in a text (a story, the weather) is found in company
        assertThat(notFound).containsExactlyInAnyOrder("fr: BD", "de: Großeltern, die ihre Enkel großziehen");
    }

    @Test
    void whatPeopleUseAlreadyStaysAsItIs() {
        TagName theirs = TagName.of(unique("Moped"));
        TagName ours = TagName.of(unique("motorbike"));
        TagName synonym = TagName.of(unique("Motorrad"));
        KnownTag before = tags.resolve(List.of(theirs)).get(theirs.name());

        QuarkusTransaction.requiringNew()
                .run(() -> vocabulary.store(
                        List.of(new Entry(ours, Map.of("en", List.of(ours), "de", List.of(synonym, theirs)))),
                        java.time.Instant.now()));

        assertThat(tags.find(theirs.label())).contains(before);
        assertThat(tags.find(synonym.label())).map(KnownTag::name).contains(ours.name());
        assertThat(tags.find(ours.label())).map(KnownTag::common).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en", "es", "fr", "no"})
    void aFormOfAnActivityIsFoundAndMeansNothingElse(String language) {
        Reading reading = starter();

        Map<String, String> bases = WordForms.read(language).bases();

        assertThat(bases)
                .allSatisfy((form, base) -> assertThat(reading.tagsIn(form.replace('-', ' '), language))
                        .hasSize(base.isEmpty() ? 0 : 1)
                        .isEqualTo(
                                Stems.isLookalike(base, Folding.fold(base))
                                        ? reading.tagsNamed(base)
                                        : reading.tagsIn(base.replace('-', ' '), language)));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Ich fahre gern Rad, cycling",
        "de, Letztes Jahr fuhr ich viel Ski, skiing",
        "de, Wir fahren jeden Tag Fahrrad, cycling",
        "de, Gestern sang ich viel mit Freunden, singing",
        "de, Als Kind zeltete ich oft, camping",
        "en, She sang and I swam, singing swimming",
        "es, Me gusta salir corriendo por el parque, running",
        "es, De joven nadaba mucho, swimming",
        "fr, Nous nagions toute la journée, swimming",
        "fr, Je tricotais avec ma mère, knitting",
        "no, Jeg svømte og vi sang, swimming singing",
        "no, Vi strikket sammen, knitting",
        "de, Die Nähte halten, ''",
        "no, Det er et godt tegn, ''",
        "en, 'I hate chess, swimming and hiking', ''",
        "en, 'I hate chess, but swimming and hiking are fine', swimming hiking",
        "de, 'Ich mag kein Schach, Wandern oder Schwimmen', ''"
    })
    void whatPeopleDoIsFoundInAnyTenseAndWhatTheyDenyIsNot(String language, String sentence, String tags) {
        assertThat(new Reading(vocabulary.starter()).tagsIn(sentence, language))
                .containsExactlyInAnyOrder(tags.isEmpty() ? new String[0] : tags.split(" ", -1));
    }

    /** The sentences were written after the lists of forms. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich fahre gern Rad | cycling
            de | Jeden Tag fahre ich Rad | cycling
            de | Ich fahre nicht mehr Rad | ''
            de | Am Wochenende sind wir Rad gefahren | cycling
            de | Mit dem Rad fahre ich überall hin | cycling
            de | Letztes Jahr fuhren wir oft Ski | skiing
            de | ich lief jeden Morgen durch den Wald | running
            de | Gestern lief ich, heute schwimme ich | running,swimming
            de | Es lief gut, der Film läuft noch | ''
            de | Der Winter nahte | ''
            de | Ich lese gern Bücher | reading
            de | Wir lasen früher viele Comics | comics
            de | Ich sammle seit Jahren Briefmarken | stamp-collecting
            de | Ich sammle Briefmarken | stamp-collecting
            de | Wir bauen selbst Gemüse an | vegetable-growing
            de | Ich backe mein Brot selbst | bread-baking
            de | Ich habe in der Schule gesungen und getanzt | singing,dancing
            de | Die Sonne sank, die Männer rannten | ''
            de | Ich habe Vögel beobachtet | birdwatching
            de | Ich tanze Tango | tango
            de | Ich schreibe gerade einen Roman | novel-writing
            de | Wir haben geangelt und gezeltet | fishing,camping
            de | Als Kind schwamm ich jeden Sommer im See | swimming
            de | Wir kochten oft zusammen | cooking
            de | Gestern haben wir gebacken | baking
            de | Ich fahre mit dem Rad durch die Stadt | cycling
            de | Im Winter fahren wir gern Ski | skiing
            de | Meine Großmutter strickte, ich häkelte | knitting,crochet
            de | Wir ritten am Strand | horse-riding
            de | Ich lese viele Bücher | reading
            de | Ich sammelte als Kind Münzen | ''
            de | Sonntags gehen wir auf Konzerte | concerts
            de | Ich höre abends Hörbücher | audiobooks
            de | Ich halte Hühner | chicken-keeping
            de | Seit letztem Jahr nähe ich Quilts | quilting
            de | Ich gieße Kerzen | candle-making
            de | Die Nähe zum Wald gefällt mir | ''
            de | Das Geschäft lief schlecht | ''
            de | Ich fuhr nach Hause | ''
            en | I knit a lot | knitting
            en | I ran out of milk | ''
            en | I run a company | ''
            en | We are running into trouble | ''
            en | We are running out of time | ''
            en | I ran three miles today | running
            en | I ran a marathon | running
            en | I run our choir | choir-singing
            en | I run most mornings | running
            en | I swam across the lake | swimming
            en | I wrote songs | songwriting
            en | She wrote a novel once | novel-writing
            en | I grew vegetables | vegetable-growing
            en | We kept bees | beekeeping
            en | I sang in a choir | choir-singing
            en | I took photos of it | photography
            en | I drew the line there | ''
            en | I rode horses | horse-riding
            en | I have sewn all my life | sewing
            en | They brewed beer | homebrewing
            en | I sang | singing
            en | We ran along the river | running
            en | I used the pool and swam | swimming
            en | My sister sang while I knit | singing,knitting
            en | I ran into an old friend | ''
            en | We run this place together | ''
            en | He ran for office | ''
            en | She grew mushrooms in a cellar | mushroom-growing
            en | I often take photos | photography
            en | We made cheese | cheese-making
            en | I drew comics as a kid | drawing-comics
            en | I ran a half marathon | running
            es | Me encanta ir corriendo al parque | running
            es | De joven nadaba en el río | swimming
            es | Monto mucho en bici | cycling
            es | Leía libros de noche | reading
            es | Leyendo libros aprendo | reading
            es | Hago pan los domingos | bread-baking
            es | Corría el año 1990 | ''
            es | No pasa nada, es el camino | ''
            es | Cantábamos y bailábamos | singing,dancing
            es | Estoy escribiendo novelas | novel-writing
            es | Viajé en tren por Europa | train-travel
            es | Tejía en telar | weaving
            es | Estamos bailando salsa | salsa-dancing
            es | Corríamos juntos los domingos | running
            es | Pintaba con acuarelas | watercolour
            es | Monté a caballo de niño | horse-riding
            es | Mi abuela cosía y bordaba | sewing,embroidery
            es | Pasaba las tardes pescando | fishing
            es | Hacíamos fotos por la calle | photography
            es | Voy en bici al trabajo | cycling
            es | Vamos a la playa | ''
            es | Hace frío hoy | ''
            es | Hicimos cerveza en casa | homebrewing
            es | Salía a correr cada noche | running
            es | Criaba gallinas | chicken-keeping
            fr | Petits, nous nagions dans le lac | swimming
            fr | Nous faisions souvent du vélo | cycling
            fr | Elle chantait, je dansais | singing,dancing
            fr | Je lisais des livres | reading
            fr | Je peins à l'huile | oil-painting
            fr | Nous voyageons en train | train-travel
            fr | Il fait beau, le cours commence | ''
            fr | Je faisais mon pain | bread-baking
            fr | On skiait chaque hiver | skiing
            fr | Je courais tous les matins | running
            fr | Nous chantions dans une chorale | choir-singing
            fr | Elle faisait de la voile en Bretagne | sailing
            fr | Mon père jardinait | gardening
            fr | J'allais à la pêche avec lui | fishing
            fr | Ils tricotaient ensemble | knitting
            fr | En dessinant, je me calme | drawing
            fr | Je fais souvent du ski | skiing
            fr | Il fait froid dans la maison | ''
            fr | Nous allons au bureau | ''
            fr | Je nageais, je skiais | swimming,skiing
            fr | J'élevais des abeilles | beekeeping
            no | I fjor sang vi i kor | choir-singing
            no | vi sang hele kvelden | singing
            no | Jeg synger i kor | choir-singing
            no | Vi gikk ofte på tur | hiking
            no | Vi leste bøker | reading
            no | Jeg løp hver dag | running
            no | Jeg bakte brød | bread-baking
            no | Jeg danset og tegnet | dancing,drawing
            no | Jeg tok mye bilder | photography
            no | Vi reiste med tog | train-travel
            no | Som barn svømte jeg i fjorden | swimming
            no | Vi løp sammen hver lørdag | running
            no | Han strikket, hun heklet | knitting,crochet
            no | Jeg tok bilder av fugler | photography
            no | Vi sto på snowboard | snowboarding
            no | Jeg gikk på konsert | concerts
            no | Vi plukket bær i skogen | berry-picking
            no | Han gikk hjem | ''
            no | Sangen var fin | ''
            no | Jeg har seilt i mange år | sailing
            no | Vi fisket og lå i telt | fishing,camping
            fr | J'aime le foot | soccer
            fr | Je joue au football tous les mardis | soccer
            fr | Je regarde le football américain | ''
            de | Wir spielen Fußball | soccer
            de | Wir spielen American Football | ''
            es | Jugamos al fútbol | soccer
            no | Vi spiller fotball | soccer
            en | We play football | ''
            en | We play soccer | soccer
            en | association football | soccer
            """)
    void anActivityIsFoundHoweverItIsSaid(String language, String sentence, String tags) {
        Reading reading = starter();

        assertThat(String.join(",", reading.tagsIn(sentence, language))).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich brauche mal Hilfe, zum ersten Mal hier | ''
            de | An den Wänden und an der Wand | ''
            de | Im Laufe der Woche bin ich auf dem Laufenden | ''
            de | Ich brauche Ruhe und Stille, einen Topf und Käse | ''
            de | Ich trinke gern Single Malt | ''
            de | Ich male und laufe gern, ich stille noch | painting,running,breastfeeding
            en | The fence around a box, letters in a row | ''
            en | Fish and chips fit for kings under grey skies | ''
            en | I fence, I fish and we row to stay fit | fencing,fishing,rowing,fitness
            es | Ayer vino mi hermano, vino tarde y salió corriendo | ''
            es | Hay que ir corriendo al médico | ''
            es | Me gusta el vino tinto y salir a correr | wine,running
            fr | Un pot entre amis | ''
            no | I løpet av uka spiller vi ball bak huset | ''
            no | Jeg løper og fisker | running,fishing
            """)
    void anEverydayWordIsNoHobbyForLookingLikeOne(String language, String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, language))).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Male or female flatmates        | ''
            A magic wand for my daughter    | ''
            Ich male gern mit Freunden      | painting
            I like hikes                    | hiking
            Ich liebe hikes und I love bikes | hiking,cycling
            """)
    void aTextIsReadInTheLanguagesInWhichItSeemsToBeWritten(String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, Set.of("de", "en"))))
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I love tattoos, astrology and billiards | tattoos,astrology,billiards
            de | Ich mag Biologie, Bowling und Leichtathletik | biology,bowling,athletics
            fr | J'aime l'astrologie et les tatouages | astrology,tattoos
            es | El feminismo y la inteligencia artificial | feminism,artificial-intelligence
            no | Jeg liker friidrett og biljard | athletics,billiards
            fr | J'aime lire, je lis beaucoup | reading
            es | Me gusta leer | reading
            es | Leo mucho | reading
            es | Leo y Ana son mis hijos | ''
            no | Jeg liker å lese | reading
            fr | Boire un café avec vous | coffee
            es | Tomar un café con amigos | coffee
            es | Me encanta el café | coffee
            de | Wer läuft mit mir? | running
            fr | Qui court avec moi ? | running
            es | ¿Quién corre conmigo? | running
            fr | J'apprends l'espagnol | learning-spanish
            es | Aprendo español y estudio japonés | learning-spanish,learning-japanese
            de | Ich liebe meinen Garten | gardening
            es | Me encanta mi jardín | gardening
            no | Jeg elsker hagen min | gardening
            no | Hagen bak huset | ''
            de | Spieleabend am Freitag | board-games
            no | Brettspillkveld hos meg | board-games
            no | Jeg maler | painting
            es | Pinto mucho | painting
            fr | Je suis nouvelle en ville | new-in-town
            fr | Maman solo | single-parents
            es | Madre soltera | single-parents
            en | Single mum of two | single-parents
            en | I practise Norwegian | learning-norwegian
            en | Spanish conversation on Fridays | learning-spanish
            en | I am practising Spanish guitar | guitar
            en | I am practising French horn | ''
            de | Ich übe Spanisch | learning-spanish
            fr | Je pratique l'anglais | learning-english
            es | Quiero practicar alemán | learning-german
            no | Jeg øver norsk | learning-norwegian
            en | I love Haskell and wooden boats | haskell-programming,wooden-boats
            en | Marathon training this spring | marathon-running
            en | A film marathon with friends | ''
            de | Ich laufe Marathon | marathon-running
            fr | Je prépare un marathon | marathon-running
            es | Soy lego en la materia | ''
            de | Wir bauen mit Lego | lego-building
            de | Ich höre Rockmusik | rock-music
            de | Der Rock ist rot | ''
            es | Escucho música pop | pop-music
            en | I go skydiving | parachuting
            """)
    void anEverydayWishIsFoundInEachLanguage(String language, String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, language))).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I'd rather swim than run | swimming
            en | I'd rather run | running
            de | Ich schwimme lieber als zu laufen | swimming
            de | Ich schwimme gern, als Kind lief ich | swimming,running
            fr | Je préfère nager que courir | swimming
            fr | Je préfère que nous allions nager | swimming
            es | Prefiero nadar a correr | swimming
            es | Prefiero nadar antes que correr | swimming
            es | Prefiero salir a correr | running
            no | Jeg vil heller svømme enn å løpe | swimming
            no | Jeg liker sjakk mer enn golf | chess,golf
            no | Jeg kan ikke svømme, men vil lære det | swimming
            fr | Je ne sais pas nager, mais je veux apprendre | swimming
            es | No sé nadar, pero quiero aprender | swimming
            fr | Avant, je faisais du yoga | ''
            es | Antes jugaba al ajedrez | ''
            no | Før spilte jeg sjakk | ''
            en | Yoga isn't really my cup of tea | ''
            en | I prefer cycling to swimming | cycling
            en | We prefer walking our dogs to jogging | walking,dogs
            en | I prefer chess to poker | chess
            en | I prefer jazz and listen to blues | jazz,blues
            en | I go from chess to poker | chess,poker
            de | Ich ziehe Yoga dem Laufen vor | yoga
            de | Ich ziehe nach Bonn und mag Yoga, Laufen und den Tanz | yoga,running,dancing
            en | I gave chess up for cycling | cycling
            en | I gave chess lessons for children | chess
            en | When I was young I danced | ''
            en | When I was young I learned chess | chess
            en | When I was young I danced, now I sing | singing
            en | I have loved chess since I was young | chess
            en | I am looking for anything but golf | ''
            en | I am looking for anyone who plays golf | golf
            en | I prefer painting to relax | painting
            en | I prefer yoga, and I'm going to dancing classes | yoga,dancing
            en | I want to get better at cooking, chess and running | cooking,chess,running
            de | Häkeln gefällt mir besser als Stricken | crochet
            de | Ich bevorzuge Wandern gegenüber Schwimmen | hiking
            de | Früher lief ich | ''
            de | Früher wanderten wir viel und heute segeln wir | sailing
            de | Früher spielte ich Klavier und möchte wieder anfangen | piano
            de | Im Sommer stehe ich früher auf, klettere und schwimme | climbing,swimming
            de | Früher oder später will ich schwimmen | swimming
            es | Prefiero ir en bici a nadar | cycling
            es | Prefiero la pintura al dibujo | painting
            es | Prefiero los juegos de mesa y aprender a tocar el piano | board-games,piano
            es | Antes nadaba mucho, ahora hago yoga | yoga
            es | Antes del yoga medito | yoga,meditation
            fr | Je préfère le vélo à la natation | cycling
            fr | Je préfère lire et jouer aux échecs | reading,chess
            fr | Avant, je dansais. Maintenant je chante | singing
            fr | Avant le yoga, je cours | yoga,running
            no | Jeg liker strikking bedre enn hekling | knitting
            no | Tidligere sang vi i kor | ''
            no | Før middag går jeg en tur og leser | reading
            no | Jeg danser som før | dancing
            """)
    void whatIsLikedLessIsNoWish(String language, String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, language))).isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Ich habe viele Nager zu Hause | ''
            de+fr | Ich habe viele Nager zu Hause | ''
            fr | J'aime nager | swimming
            en | A lone wolf in the hills | ''
            en | I surf the web all day | ''
            en | I love to surf | surfing
            de | Die Grillen zirpen laut | ''
            de | Ich wohne in Singen am Hohentwiel | ''
            de | Wir grillen und singen | barbecue,singing
            fr | Attention, peinture fraîche | ''
            fr | Mes échecs m'ont beaucoup appris | ''
            fr | Je joue aux échecs | chess
            es | Busco muebles de cocina | ''
            no | Hva er koden til døren? | ''
            no | Jeg reiser meg | ''
            no | Jeg reiser med tog | train-travel
            en | I am lonely | loneliness
            es | Tengo un gato y una moto | cats,motorcycles
            no | Kor bur du? | ''
            no | Hvem vil starte et kor? | choir-singing
            de | Wer gründet einen Chor? | choir-singing
            fr | Qui veut fonder une chorale ? | choir-singing
            es | Quiero formar un coro | choir-singing
            en+fr | I gave a lecture about trees | trees
            en+fr | J'aime la lecture | reading
            en+fr | Chat with me | ''
            en+fr | J'ai un chat | cats
            de+en | I started back in March | ''
            de+en | I am still in shock | ''
            en+no | She goes for the win | ''
            de+en+es+fr+no | I am still in shock | ''
            no | Jeg har en broder | ''
            fr | J'aime broder | embroidery
            de+fr | Das ist eine Lüge | ''
            fr | Je fais de la luge | sledding
            de | Die nahen Berge im Nahen Osten, Feiertage nahen | ''
            de | Beim Nähen entspanne ich, ich möchte nähen | sewing
            fr+no | Je suis dans la maison | ''
            fr | J'aime la danse | dancing
            no | Jeg liker dans | dancing
            es+fr | Je suis claqué ce soir | ''
            es | Bailo claqué | tap-dance
            fr | Je fais des claquettes | tap-dance
            de | Ich liebe die stillen Wälder | ''
            de | Fragen zum Stillen, ich will mein Baby stillen | breastfeeding
            fr | J'anime un atelier | ''
            fr | J'anime une soirée, j'adore l'anime | anime
            es | Quiero más actividad física | ''
            es | Estudio física | physics
            de | Meine Boxen sind kaputt, ich suche Boxen für die Anlage | ''
            de | Ich gehe zum Boxen | boxing
            no | Jeg trenger maling til huset, en boks maling | ''
            no | Jeg liker maling | painting
            no | Jeg liker å bokse | boxing
            en | Who helps me to paint the fence? | ''
            en | I need to fence the field, I want to fence | fencing
            de | Ich verkaufe meine alten Boxen | ''
            de | Das ausgebrannte Auto steht immer noch da | ''
            de | Ich koche vor Wut über den Lärm | ''
            fr | L'escalade de la violence dans le quartier m'inquiète | ''
            fr | J'ai connu beaucoup d'échecs dans ma vie | ''
            fr | J'ai d'autres chats à fouetter | ''
            fr | Est-ce que ça vous chante d'aller au cinéma ? | cinema
            fr | Yaourt nature ou aux fruits ? | ''
            es | La escalada de precios es insoportable | ''
            es | Regalo cocina de gas casi nueva | ''
            es | ¿Cuál es la política de devoluciones? | ''
            es | Está lloviendo a cántaros | ''
            es | Mi tía Soledad cumple ochenta años | ''
            es | La soledad me pesa | loneliness
            no | Har noen et spann hvit maling til overs? | ''
            no | Jeg vil tegne forsikring på båten | ''
            no | Tiden løper fra oss | ''
            no | Jeg liker å tegne og løper hver dag | drawing,running
            """)
    void aWordIsNotWhatAnotherLikeItMeans(String languages, String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, Set.of(languages.split("\\+", -1)))))
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr | Je suis enceinte | pregnancy
            es | Estoy embarazada | pregnancy
            en | I am pregnant | pregnancy
            no | Jeg er gravid | pregnancy
            no | Jeg lærer meg spansk | learning-spanish
            de | Ich möchte mich gesund ernähren | healthy-eating
            de | Ich ernähre mich gesund | healthy-eating
            de | Ich kann nicht schlafen | insomnia
            de | Ich kann gut schlafen | ''
            de | Ich kann nicht mehr laufen | ''
            en | I couldn't sleep | insomnia
            fr | Je ne dors pas | insomnia
            es | No consigo dormir | insomnia
            en | My mother has dementia and I look after her. Who is in the same boat? | dementia-carers
            de | Meine Mutter ist dement | dementia-carers
            es | Mi madre tiene demencia y la cuido | dementia-carers
            no | Moren min har demens | dementia-carers
            no | Jeg er aleneforelder | single-parents
            """)
    void whatConcernsSomebodyIsFoundAsTheySayItOfThemselves(String languages, String sentence, String tags) {
        assertThat(String.join(",", starter().tagsIn(sentence, Set.of(languages.split("\\+", -1)))))
                .isEqualTo(tags);
    }
}
