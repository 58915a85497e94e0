-- Why a message has not arrived is kept as what is to be said; what was kept before stays in its words.
alter table webhook alter column disabled_because set data type varchar(2000);
alter table webhook_delivery alter column failure set data type varchar(2000);

update webhook set disabled_because = '{"key":"as-written","arguments":{"text":"' ||
    replace(replace(replace(replace(replace(disabled_because, '\', '\\'), '"', '\"'), chr(9), ' '), chr(10), ' '), chr(13), ' ')
    || '"}}'
where disabled_because is not null;
update webhook_delivery set failure = '{"key":"as-written","arguments":{"text":"' ||
    replace(replace(replace(replace(replace(failure, '\', '\\'), '"', '\"'), chr(9), ' '), chr(10), ' '), chr(13), ' ')
    || '"}}'
where failure is not null;
