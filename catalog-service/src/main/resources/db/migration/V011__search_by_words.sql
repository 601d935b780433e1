-- What search compares, of names and of what people type: the words in small letters without accents, one blank apart.
-- The console's src/domain/search-text.ts does the same; contracts/search holds both to it.
create function search_text(given text) returns text language sql immutable parallel safe
return btrim(regexp_replace(regexp_replace(
    case when octet_length(given) = char_length(given) then lower(given collate "pg_c_utf8")
         else replace(replace(replace(replace(translate(
                 normalize(regexp_replace(lower(normalize(translate(given, '’ʼ´™®©', ''''''''), nfkd) collate "pg_c_utf8"),
                                          '[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]', '', 'g'), nfc),
                 'øłđðıς', 'olddiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
    end collate "pg_c_utf8",
    '''(?=[st]([[:space:][:punct:]]|$))', '', 'g'), '[[:space:][:punct:][:cntrl:]]+', ' ', 'g'));

create function search_words(given text) returns tsvector language sql immutable parallel safe
return array_to_tsvector(string_to_array(search_text(given), ' '));

drop index product_name_trigrams;
alter table product
    add column search_name text collate "C" generated always as (search_text(name)) stored,
    add column search_words tsvector generated always as (search_words(name || ' ' || coalesce(brand, ''))) stored;
comment on column product.search_name is 'the words of the name, as search compares them';
comment on column product.search_words is 'the words of name and brand';
create index product_search_name on product (search_name);
create index product_search_words on product using gin (search_words);

alter table category add column search_words tsvector generated always as (search_words(path)) stored;

create table search_word (
    word text collate "C" not null,
    constraint search_word_pk primary key (word)
);
comment on table search_word is 'every word that a product has or had: what parts of words and typing errors are looked up in';
create index search_word_trigrams on search_word using gin (word gin_trgm_ops);
insert into search_word select distinct unnest(tsvector_to_array(search_words)) from product;

create function keep_search_words() returns trigger language plpgsql as $$
begin
    -- in one order, so that two writers wait for each other and never in a circle
    insert into search_word
    select distinct word from written, unnest(tsvector_to_array(search_words)) as word order by word
    on conflict do nothing;
    return null;
end
$$;
create trigger product_words_of_new after insert on product referencing new table as written
    for each statement execute function keep_search_words();
create trigger product_words_of_changed after update on product referencing new table as written
    for each statement execute function keep_search_words();

create or replace procedure refresh_statistics()
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    analyze category, product, product_barcode, price, price_book_version, search_word;
end
$$;
