-- A word of one or two characters is short for too much: what was found to be near it is found out anew without it.
delete from near_tag where tag_id in (
    select k.tag_id from tag_key k join tag_meaning m on m.word_key = k.word_key
    where char_length(replace(m.words, '-', '')) <= 2);
delete from near_tag where near_id in (
    select k.tag_id from tag_key k join tag_meaning m on m.word_key = k.word_key
    where char_length(replace(m.words, '-', '')) <= 2);
update tag_meaning set compared = false where word_key in (
    select other.word_key from tag_key other
    join tag_key k on k.tag_id = other.tag_id join tag_meaning m on m.word_key = k.word_key
    where char_length(replace(m.words, '-', '')) <= 2);
delete from tag_meaning where char_length(replace(words, '-', '')) <= 2;
