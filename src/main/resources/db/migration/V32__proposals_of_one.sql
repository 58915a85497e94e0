-- Who proposed it, so that nobody has too many proposals open; told to nobody, and forgotten with them.
alter table synonym add column proposed_by uuid;
create index ix_synonym_proposed_by on synonym (proposed_by);
alter table synonym add constraint fk_synonym_proposed_by
    foreign key (proposed_by) references person (id) on delete set null;
