-- Groups, formations and tags are never deleted, and there before anything refers to them. H2 keeps an index of its own for
-- every foreign key, which a formation for very many writes row by row.
alter table peer_group drop constraint fk_peer_group_formation;
alter table group_tag drop constraint fk_group_tag_group;
alter table group_tag drop constraint fk_group_tag_tag;
alter table membership drop constraint fk_membership_group;
