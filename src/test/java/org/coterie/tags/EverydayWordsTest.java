package org.coterie.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of which most people say that they care about them, and which mean something else in many a sentence. */
@QuarkusTest
@org.junit.jupiter.api.Tag("http")
class EverydayWordsTest {

    @Inject
    Vocabulary vocabulary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I love history and geography | history,geography
            en | I have a history of back pain and a long medical history | ''
            en | I paint because I love art | painting,visual-art
            en | The art of saying no, a state of the art kitchen | ''
            en | I'd like to meet people who go to the theatre | theatre-going
            en | A movie theater, an operating theatre and my home theater | ''
            en | I love learning languages | languages
            en | Watch your language, body language matters | ''
            en | We like eating out and trying new restaurants | eating-out
            en | I work in a restaurant | ''
            en | I love doing my make-up | make-up
            en | I need to make up my mind, she makes up stories, we made up | ''
            en | I love tarot | tarot-reading
            en | I fly drones | drones
            en | He droned on and on | ''
            en | I am single and into dating | dating
            en | Save the date, keep up to date, it dates back to 1900 | ''
            en | Religion and philosophy interest me | religion,philosophy
            en | Nobody follows it religiously | ''
            en | I go hunting in autumn | hunting
            en | I am flat hunting and hunting for a bargain | ''
            en | I study nutrition | nutrition
            en | I enjoy a good beer | beer
            en | I like cars and motorbikes | cars,motorcycles
            en | My car broke down, too many cars park here, my car's gone | ''
            en | I am interested in fashion | fashion
            en | In this fashion it goes on, old fashioned and fashionable | ''
            en | I watch a lot of TV series | tv-series
            en | Climate change worries me | climate
            en | The climate here is mild, a good working climate | ''
            en | I have ADHD | adhd
            en | My son is autistic | autism
            en | I'm gay and looking for LGBT friends | lgbt
            en | I am queer | lgbt
            en | I love animals and nature | animals,nature
            en | By nature I am calm, it is only natural, an animated film | ''
            en | I love science | science
            en | I studied computer science, it is no rocket science | ''
            en | I ride motorcycles | motorcycles
            en | Spirituality matters to me | spirituality
            de | Ich interessiere mich für Geschichte und Politik | history,politics
            de | Das ist eine lange Geschichte, erzählt mir eure Geschichten | ''
            de | Ich liebe Kunst und Musik | visual-art,music
            de | Auf diese Art geht es nicht, jede Art von Hilfe | ''
            de | Das ist keine Kunst, die Kunst des Weglassens | ''
            de+en | Auf diese Art geht es nicht, jede Art von Hilfe ist gut | ''
            de | Ich spiele gern Theater | theatre
            de | Mach nicht so ein Theater | ''
            de | Ich lerne gern Sprachen | languages
            de | Wir sprachen lange über die Sprache der Tiere | animals
            de | Wir gehen gern essen | eating-out
            de | Ich schminke mich gern | make-up
            de | Ich lege Tarot | tarot-reading
            de | Meine Drohne ist neu | drones
            de | Die Motoren dröhnen, mein Kopf dröhnt | ''
            de | Ich bin auf Partnersuche | dating
            de | Religion und Ethik | religion,ethics
            de | Ich gehe auf die Jagd | hunting
            de | Die Jagd nach Schnäppchen | ''
            de | Ernährung ist mir wichtig | nutrition
            de | Lasst uns ein Bier trinken | beer
            de | Beeren pflücken im Wald | berry-picking
            de | Ich liebe Autos | cars
            de | Unser Auto ist kaputt, zu viele Autos vor dem Haus | ''
            de | Ich mag Mode | fashion
            de | Das ist gerade in Mode, ein modernes Haus, mein Modem | ''
            de | Ich schaue gern Serien | tv-series
            de | Klimaschutz ist mir wichtig | climate
            de | Das Klima im Büro ist gut | ''
            de | Ich habe ADHS | adhd
            de | Meine Tochter ist Autistin | autism
            de | Ich bin lesbisch | lgbt
            de | Ich liebe Tiere und die Natur | animals,nature
            de | Von Natur aus bin ich ruhig | ''
            de | Wissenschaft begeistert mich | science
            de | Ich fahre Motorrad | motorcycles
            de | Erdkunde war mein Lieblingsfach | geography
            de | Spiritualität und Stille | spirituality
            es | Me encanta la historia | history
            es | Es una larga historia, cuéntame historias | ''
            es | Me gusta el arte y el teatro | visual-art,theatre
            es | El arte de decir no | ''
            es | Me gusta aprender idiomas | languages
            es | No hablo el idioma | ''
            es | Nos gusta salir a comer | eating-out
            es | Me gusta el maquillaje | make-up
            es | Leo las cartas del tarot | tarot-reading
            es | Vuelo drones | drones
            es | Quiero encontrar pareja | dating
            es | Busco pareja para jugar al pádel | padel
            es | La religión me interesa | religion
            es | Voy de caza con mi padre | hunting
            es | A la caza de gangas | ''
            es | Estudio nutrición | nutrition
            es | Tomar una cerveza con amigos | beer
            es | Me gustan los coches | cars
            es | Voy en coche, hay muchos coches en la calle | ''
            es | Me interesa la moda | fashion
            es | Está de moda | ''
            es | Me encantan las series | tv-series
            es | Una serie de problemas, varias series de números | ''
            es | El cambio climático me preocupa | climate
            es | Tengo TDAH | adhd
            es | Mi hijo es autista | autism
            es | Soy lesbiana | lgbt
            es | Me gustan los animales y la naturaleza | animals,nature
            es | Por naturaleza soy tranquilo, qué animal | ''
            es | La ciencia y la geografía | science,geography
            es | Me gusta la ciencia ficción | ''
            es | Quiero tejer, y tejer a crochet | knitting,crochet
            es | Juego al snooker, no al billar | snooker
            es | Ir en moto por la montaña | motorcycles
            es | La espiritualidad | spirituality
            fr | Je suis passionnée d'histoire | history
            fr | C'est une longue histoire, raconte-moi des histoires | ''
            fr | J'aime l'art et le théâtre | visual-art,theatre
            fr | L'art de vivre, un coup de théâtre | ''
            fr | J'apprends des langues | languages
            fr | Une mauvaise langue, il tire la langue | ''
            fr | On aime aller au restaurant | eating-out
            fr | Le restaurant est fermé | ''
            fr | J'adore le maquillage | make-up
            fr | Nous jouons au tarot | ''
            fr | Le tarot de Marseille | tarot-reading
            fr | Je fais voler des drones | drones
            fr | Je cherche à trouver l'amour | dating
            fr | La religion m'intéresse | religion
            fr | Je vais à la chasse | hunting
            fr | La chasse d'eau fuit, je suis chassé de chez moi, une chasse au trésor | ''
            fr | La nutrition et la santé | nutrition
            fr | Boire une bière entre amis | beer
            fr | J'aime les voitures | cars
            fr | Ma voiture est en panne, car il pleut, trop de voitures | ''
            fr | Je m'intéresse à la mode | fashion
            fr | C'est à la mode, le mode d'emploi, un mode de vie | ''
            fr | J'adore les séries | tv-series
            fr | Une série de problèmes | ''
            fr | Le réchauffement climatique m'inquiète | climate
            fr | Le climat est doux, la climatisation est en panne | ''
            fr | J'ai un TDAH | adhd
            fr | Mon fils est autiste | autism
            fr | Je suis gay | lgbt
            fr | J'aime les animaux et la nature | animals,nature
            fr | Il est calme par nature | ''
            fr | Les sciences et la géographie | science,geography
            fr | La science-fiction | ''
            fr | Je fais de la moto | motorcycles
            fr | La spiritualité | spirituality
            fr | J'ai un chat | cats
            fr | On se parle par chat vocal, le chat en ligne | ''
            no | Jeg er interessert i historie | history
            no | Det er en lang historie, den historien er kjent | ''
            no | Jeg elsker kunst og teater | visual-art,theatre
            no | Det er en kunst å si nei, en kunstig sol | ''
            no | En sjelden art av fjell | ''
            no | Jeg liker å lære språk | languages
            no | Språket er vanskelig | ''
            no | Vi liker å spise ute | eating-out
            no | Jeg elsker sminke | make-up
            no | Jeg legger tarot | tarot-reading
            no | Jeg flyr drone | drones
            no | Jeg vil finne kjæreste | dating
            no | Religion og filosofi | religion,philosophy
            no | Jeg går på jakt | hunting
            no | Vi er på jakt etter leilighet | ''
            no | Ernæring er viktig | nutrition
            no | Vi tar en øl sammen | beer
            no | Jeg elsker bier | ''
            no | Jeg er glad i biler | cars
            no | Billige biler, bilen min er ødelagt | ''
            no | Jeg er interessert i mote | fashion
            no | Vi har et møte i morgen, mange møter | ''
            no | Jeg ser på serier | tv-series
            no | Klimaendringene skremmer meg | climate
            no | Klimaet er mildt, et godt klima på jobben | ''
            no | Jeg har ADHD | adhd
            no | Sønnen min er autist | autism
            no | Jeg er skeiv | lgbt
            no | Jeg er glad i dyr og natur | animals,nature
            no | Det er dyrt, naturlig nok | ''
            no | Vitenskap og geografi | science,geography
            no | Jeg kjører motorsykkel | motorcycles
            no | Spiritualitet og yoga | spirituality,yoga
            no | Anden svømmer, Anders er and | swimming
            """)
    void theyAreFoundWhereSomebodyCaresAndNotWhereTheyMeanSomethingElse(
            String languages, String sentence, String tags) {
        Reading reading = Reading.starter(vocabulary);

        assertThat(String.join(",", reading.tagsIn(sentence, Set.of(languages.split("\\+", -1)))))
                .isEqualTo(tags);
    }

    @ParameterizedTest
    @CsvSource({"English", "Englisch", "anglais", "inglés", "engelsk"})
    void aLanguageToLearnIsFoundByTheBeginningOfItsName(String name) {
        assertThat(Reading.starter(vocabulary).tagsBeginningWith(name)).contains("learning-english");
    }
}
