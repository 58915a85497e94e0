-- whoever a formation left out may come first in the next

create table left_out (
    person_id uuid not null,
    formations integer not null,
    constraint pk_left_out primary key (person_id),
    constraint fk_left_out_person foreign key (person_id) references person (id) on delete cascade
);

alter table formation add column left_out_first boolean default false not null;
