import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { CopyText } from '../../parts/copy-text.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { useToast } from '../../shell/toast.js';
import { moment } from '../../words/dates.js';
import { fileSize } from '../../words/sizes.js';
import { UploadPlace } from './upload-place.js';
import { words } from './words.js';

type OwnFile = Schemas['OwnFileView'];

/** Own files, newest first: what they are, where they are used. */
export function DocumentsPage() {
  const say = words.use();
  const toast = useToast();
  const mayWrite = hasScope(useSignedIn(), 'complaints:write');
  const [removing, setRemoving] = useState<OwnFile | null>(null);
  const pages = usePages<OwnFile>(['files', 'list'], (after) =>
    taken(api.GET('/v1/files', { params: { query: { ...(after && { after }) } } })),
  );
  return (
    <>
      <PageHead title={say('title')} note={say('note')} />
      {mayWrite && <UploadPlace />}
      <EntryTable
        label={say('title')}
        pages={pages}
        file={fileOf('/v1/files')}
        columns={useColumns(mayWrite ? setRemoving : null)}
        nothing={<Nothing why={say('nothing')} />}
      />
      {removing && (
        <ActDialog<object, unknown>
          title={say('removeTitle', { name: removing.name })}
          meaning={say('removeMeaning')}
          submit={say('remove')}
          isDangerous
          act={(_, headers) => taken(api.DELETE('/v1/files/{id}', { params: { path: { id: removing.id } }, headers }))}
          done={() => {
            void queries.invalidateQueries({ queryKey: ['files'] });
            void toast.success(say('removed', { name: removing.name }));
          }}
          close={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function useColumns(remove: ((file: OwnFile) => void) | null): ReadonlyArray<Column<OwnFile>> {
  const say = words.use();
  return [
    {
      key: 'name',
      title: say('columns.name'),
      show: ({ id, name, sha256 }) => (
        <>
          <a href={`/v1/files/${id}/content`} target="_blank" rel="noreferrer">
            {name}
          </a>
          <div className="quiet" title={sha256}>
            <small>
              {say('checksum')} {sha256.slice(0, 12)}…
            </small>
            <CopyText text={sha256} />
          </div>
        </>
      ),
    },
    { key: 'type', title: say('columns.type'), width: '16%', show: ({ mediaType }) => mediaType },
    { key: 'size', title: say('columns.size'), width: '90px', align: 'end', show: ({ size }) => fileSize(size) },
    { key: 'links', title: say('columns.links'), width: '16%', show: ({ links }) => <Uses links={links} /> },
    { key: 'createdAt', title: say('columns.createdAt'), width: '16%', show: ({ createdAt }) => moment(createdAt) },
    ...(remove
      ? [
          {
            key: 'acts',
            title: say('columns.acts'),
            width: '80px',
            align: 'end' as const,
            show: (file: OwnFile) =>
              file.links.length === 0 && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={say('removeTitle', { name: file.name })}
                  title={say('remove')}
                  onClick={() => remove(file)}
                />
              ),
          },
        ]
      : []),
  ];
}

const places: Partial<Record<string, string>> = {
  complaint: '/complaints',
  notice: '/notices',
  authorization: '/vault/authorizations',
};

/** The latest matters that rest on a file, each a way to it where it has a page. */
function Uses({ links }: { links: OwnFile['links'] }) {
  const say = words.use();
  if (links.length === 0) return <span className="quiet">{say('none')}</span>;
  return (
    <>
      {links.map(({ matterKind, matterId }) => {
        const kind = say(`kinds.${matterKind as 'complaint'}`);
        const place = places[matterKind];
        return <div key={matterId}>{place ? <Link to={`${place}/${matterId}`}>{kind}</Link> : kind}</div>;
      })}
    </>
  );
}
