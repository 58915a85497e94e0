-- H2 counts UTF-16 code units: a letter of a historic script counts twice, and so does İ once it is in lower case.
alter table person alter column handle set data type varchar(128);
alter table person alter column handle_key set data type varchar(128);
-- the handle stands in for a name that nobody has told
alter table person alter column display_name set data type varchar(128);
-- ten tags of 35 characters, and the commas between them
alter table person alter column languages set data type varchar(400);
