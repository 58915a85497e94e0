-- A proposal waits for as many as whoever is invited wants at least. How many it was asked for tells how far that may fall
-- again once whoever wanted more has gone; nothing of groups made by hand, or proposed before.
alter table peer_group add column min_asked integer;
