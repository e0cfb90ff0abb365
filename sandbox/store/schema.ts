// The tables of the sandbox's database. Bodies that Graph shapes freely (fields, messages) are kept as JSON text.

export const schema = `
create table if not exists meta (key text primary key, value text not null);
create table if not exists people (
  id text primary key, display_name text not null, given_name text not null, surname text not null, mail text not null,
  job_title text not null, slug text not null, role text not null, has_photo integer not null, position integer not null);
create table if not exists consent (user_id text primary key, body text not null);
create table if not exists lists (
  id text primary key, name text not null, display_name text not null, description text not null, template text not null,
  hidden integer not null, system integer not null, content_types integer not null, version integer not null,
  next_item integer not null, next_change integer not null,
  created_by text not null, created_at text not null, modified_by text not null, modified_at text not null);
create table if not exists columns (
  list_id text not null, id text not null, name text not null, position integer not null, definition text not null,
  primary key (list_id, id));
create table if not exists list_rights (
  list_id text not null, user_id text not null, right text not null, primary key (list_id, user_id));
create table if not exists items (
  list_id text not null, id integer not null, unique_id text not null, version integer not null, fields text not null,
  created_by text not null, created_at text not null, modified_by text not null, modified_at text not null,
  primary key (list_id, id));
create table if not exists item_versions (
  list_id text not null, item_id integer not null, version integer not null, fields text not null,
  modified_by text not null, modified_at text not null, primary key (list_id, item_id, version));
create table if not exists index_values (
  list_id text not null, column_name text not null, value text not null, item_id integer not null,
  primary key (list_id, column_name, value, item_id)) without rowid;
create table if not exists changes (
  list_id text not null, item_id integer not null, seq integer not null, deleted integer not null,
  primary key (list_id, item_id));
create index if not exists changes_in_order on changes (list_id, seq);
create table if not exists channels (
  id text primary key, display_name text not null, description text not null, deleted integer not null,
  position integer not null);
create table if not exists channel_posting (channel_id text primary key, posting text not null);
create table if not exists messages (
  id text primary key, channel_id text not null, reply_to text, user_id text not null, created_at text not null,
  body text not null);
create table if not exists site_grants (site_id text primary key, right text not null);
create table if not exists activities (
  id text primary key, user_id text not null, sent_by text not null, created_at text not null, read integer not null,
  body text not null);
create table if not exists app_files (
  user_id text not null, name text not null, id text not null, version integer not null, content_type text not null,
  content blob not null, created_at text not null, modified_at text not null, primary key (user_id, name));
create table if not exists requests (
  seq integer primary key, time text not null, user text, method text not null, path text not null,
  status integer not null, units integer not null);
`;
