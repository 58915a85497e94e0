-- H2 evaluates "in (…)" of a check with the session that made it, and refuses every row once that one is closed: a
-- process that had set the database up could write nothing more as soon as the pool let its connection go.
alter table signal_tag drop constraint ck_signal_tag_source;
alter table signal_tag add constraint ck_signal_tag_source
    check (source = any (array['HASHTAG', 'PHRASE', 'MEANING']));
alter table interest drop constraint ck_interest_stance;
alter table interest add constraint ck_interest_stance
    check (stance = any (array['SHARE', 'OFFER', 'SEEK']));
alter table interest drop constraint ck_interest_visibility;
alter table interest add constraint ck_interest_visibility
    check (visibility = any (array['PUBLIC', 'MATCH_ONLY', 'PRIVATE']));
alter table formation drop constraint ck_formation_state;
alter table formation add constraint ck_formation_state
    check (state = any (array['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']));
alter table peer_group drop constraint ck_peer_group_state;
alter table peer_group add constraint ck_peer_group_state
    check (state = any (array['PROPOSED', 'ACTIVE', 'QUIET', 'DORMANT', 'CLOSED']));
alter table peer_group drop constraint ck_peer_group_closed;
alter table peer_group add constraint ck_peer_group_closed
    check (closed_because = any (array['EXPIRED', 'EMPTY', 'SOLVED', 'MERGED', 'SPLIT']));
alter table membership drop constraint ck_membership_state;
alter table membership add constraint ck_membership_state
    check (state = any (array['INVITED', 'ACTIVE', 'DECLINED', 'LEFT']));
alter table import_job drop constraint ck_import_job_state;
alter table import_job add constraint ck_import_job_state
    check (state = any (array['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']));
