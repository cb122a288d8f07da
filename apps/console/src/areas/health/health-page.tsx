import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { api, taken } from '../../api/client.js';
import { Rows } from '../../parts/entry-table.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { partsOf } from './parts-of.js';
import { words } from './words.js';

export function HealthPage() {
  const say = words.use();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => taken(api.GET('/v1/operations/health')),
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHead title={say('menu')} note={say('note')} />
      <Reading of={health} rows={10}>
        {(read) => (
          <Rows
            label={say('menu')}
            rows={partsOf(read, say)}
            columns={[
              { key: 'part', title: say('part'), width: '150px', show: ({ id }) => say(id) },
              {
                key: 'state',
                title: say('state'),
                width: '110px',
                show: ({ isGood }) => (
                  <Tag
                    color={isGood ? 'green' : 'red'}
                    icon={isGood ? <CheckCircleOutlined /> : <ExclamationCircleOutlined />}
                  >
                    {say(isGood ? 'good' : 'bad')}
                  </Tag>
                ),
              },
              { key: 'facts', title: say('facts'), show: ({ facts }) => facts },
              {
                key: 'next',
                title: say('next'),
                show: ({ isGood, next, to }) =>
                  isGood ? (
                    <span className="quiet">—</span>
                  ) : (
                    <>
                      {next} {to && <Link to={to}>{say(to === '/calendars' ? 'openCalendars' : 'deadLetters')}</Link>}
                    </>
                  ),
              },
            ]}
          />
        )}
      </Reading>
    </>
  );
}
