import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files as evidence: stored contents, who uploaded which, and the matters that they prove something in. */
export class Evidence1732300000012 implements MigrationInterface {
  readonly name = 'Evidence1732300000012';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evidence_objects (
        sha256 text not null constraint evidence_objects_pk primary key
          constraint evidence_objects_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null constraint evidence_objects_size check (size > 0),
        -- real time, of the last upload with this content; written before the content goes into the store
        touched_at timestamptz not null,
        -- real time; from here on the content is being removed from the store and may not be relied on
        removing_at timestamptz
      );
      -- upkeep's question: which contents has nobody uploaded lately
      create index evidence_objects_touched on evidence_objects (touched_at);

      create table files (
        id uuid not null constraint files_pk primary key,
        organization_id uuid not null constraint files_organization references organizations,
        uploaded_by uuid constraint files_uploaded_by references members,
        api_key_id uuid,
        sha256 text not null constraint files_object references evidence_objects,
        media_type text not null,
        name text not null constraint files_name check (length(name) between 1 and 255),
        created_at timestamptz not null
      );
      -- an organization's own files, newest first
      create index files_of_organization on files (organization_id, id);
      -- upkeep's question: does any file have this content
      create index files_of_object on files (sha256);

      create table file_links (
        matter_id uuid not null,
        file_id uuid not null constraint file_links_file references files,
        matter_kind text not null constraint file_links_matter_kind
          check (matter_kind in ('complaint', 'notice', 'authorization', 'work', 'escalation')),
        kind text not null,
        forward boolean not null,
        readers text[] not null constraint file_links_readers
          check (readers <@ array['complainant', 'platform', 'regulator']),
        linked_by_organization_id uuid not null constraint file_links_organization references organizations,
        linked_at timestamptz not null,
        -- the files of a matter are read by the front of this key
        constraint file_links_pk primary key (matter_id, file_id),
        -- proof of identity never reaches the user who posted (domain.md §5)
        constraint file_links_identity_stays check (not (kind = 'identity' and forward))
      );
      -- whether a file may be removed: is it linked anywhere
      create index file_links_of_file on file_links (file_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table file_links;
      drop table files;
      drop table evidence_objects;
    `);
  }
}
