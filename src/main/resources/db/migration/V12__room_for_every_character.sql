-- H2 counts UTF-16 code units, people count characters: an emoji is one, and takes two.
alter table person alter column display_name set data type varchar(160);
alter table signal alter column text set data type varchar(2000);
alter table interest alter column why set data type varchar(560);
alter table peer_group alter column name set data type varchar(240);
alter table peer_group alter column statement set data type varchar(1000);
