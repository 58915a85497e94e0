-- Why a line, an import or a formation failed is kept as what is to be said, and put into words for whoever reads it.
alter table import_error alter column detail set data type varchar(2000);
update import_error set detail =
    '{"key":"as-written","arguments":{"text":"' || replace(replace(detail, '\', '\\'), '"', '\"') || '"}}';

update import_job set failure = case failure
    when 'The file broke off.' then 'import-failed.broke-off'
    when 'The file could not be read to its end.' then 'import-failed.unreadable'
    when 'Coterie stopped while the file arrived.' then 'import-failed.stopped'
    else 'import-failed.unable' end
where failure is not null;

update formation set failure = case failure
    when 'The server that ran it stopped before it was finished; nothing of it was stored.' then 'formation-failed.interrupted'
    when 'There was not enough memory for so many people; nothing of it was stored.' then 'formation-failed.memory'
    else 'formation-failed' end
where failure is not null;

-- A group that was proposed is called by its tags, as its reader calls them.
alter table peer_group alter column name drop not null;
alter table peer_group alter column statement drop not null;
update peer_group set name = null, statement = null
where cohesion is not null and statement like 'People who care about %';
