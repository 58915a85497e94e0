-- On which terms somebody meets others; null where they said nothing, and then anything will do.
alter table person add column least_company integer;
alter table person add column most_company integer;
-- the half-hours of a week in which they are free, by their own clock: one bit each in 84 hexadecimal digits
alter table person add column free_time varchar(84);
-- where they are, never nearer than some two kilometres: what they said exactly is not kept
alter table person add column latitude double precision;
alter table person add column longitude double precision;
alter table person add column within_km integer;
alter table person add column online_ok boolean;
alter table person add constraint ck_person_company check (least_company >= 2 and most_company >= least_company and most_company <= 12);
alter table person add constraint ck_person_place check (latitude between -90 and 90 and longitude between -180 and 180 and within_km >= 1);

alter table formation add column common_hours integer default 1 not null;
