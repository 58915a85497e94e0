-- By which method groups were formed.
alter table formation add column algorithm varchar(40) default 'purpose-first' not null;
alter table formation add column algorithm_version varchar(20) default '1' not null;
