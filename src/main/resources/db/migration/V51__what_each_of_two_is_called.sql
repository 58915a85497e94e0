-- Two tags that have become one, as long as that can be undone. What each of them would be called, were they two, is in
-- moved_tag_label: whoever calls the one tag something says it of the one by whose name they do so.
create table moved_tag (
    move_id   uuid                        not null,
    from_id   uuid                        not null,
    to_id     uuid                        not null,
    merged_at timestamp(6) with time zone not null,
    -- what the tag that stays is called again; null where that is what it is called now
    to_label  varchar(128),
    constraint pk_moved_tag primary key (move_id)
);
create index ix_moved_tag_to on moved_tag (to_id, merged_at);

insert into moved_tag (move_id, from_id, to_id, merged_at)
select s.id, s.gone_id, s.kept_id, s.merged_at from synonym s
where s.state in ('AGREED', 'MERGING', 'MERGED') and exists (select 1 from moved_tag_key k where k.move_id = s.id);

-- What has been said until now was said of the tag that stays: what it is called but for what came of those that gave way with it or later.
create table tag_label_since (
    move_id  uuid         not null,
    tag_id   uuid         not null,
    language varchar(35)  not null,
    ordinal  integer      not null,
    label    varchar(128) not null
);
insert into tag_label_since (move_id, tag_id, language, ordinal, label)
select m.move_id, l.tag_id, l.language, l.ordinal, l.label
from moved_tag m join tag t on t.id = m.to_id join tag_label l on l.tag_id = m.to_id
where t.merged_into is null
and not exists (
    select 1 from moved_tag n join moved_tag_label g on g.move_id = n.move_id and g.tag_id = n.from_id
    where n.to_id = m.to_id and n.merged_at >= m.merged_at and g.label = l.label)
and not exists (
    select 1 from moved_tag n join tag f on f.id = n.from_id
    where n.to_id = m.to_id and n.merged_at >= m.merged_at and f.label = l.label);
delete from moved_tag_common where move_id in (
    select s.move_id from tag_label_since s where not exists (
        select 1 from moved_tag_label k where k.move_id = s.move_id and k.tag_id = s.tag_id and k.label = s.label));
delete from moved_tag_label where exists (
    select 1 from moved_tag m join tag t on t.id = m.to_id
    where m.move_id = moved_tag_label.move_id and m.to_id = moved_tag_label.tag_id and t.merged_into is null);
insert into moved_tag_label (move_id, tag_id, language, ordinal, label)
select move_id, tag_id, language, ordinal, label from tag_label_since;
drop table tag_label_since;
