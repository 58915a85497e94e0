-- Whether it is still to be looked for tags in a message other than those that are written as such: it came in a file.
alter table signal add column unread boolean default false not null;
create index ix_signal_unread on signal (unread, id);
