import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { Rows } from '../../parts/entry-table.js';
import { Reading } from '../../parts/reading.js';
import { currentLanguage } from '../../words/language.js';
import { words } from './words.js';

/** Every clock in force: how long, from when, who owes it, and where the law says so. */
export function ClocksTab() {
  const say = words.use();
  const label = useLabel();
  const language = currentLanguage();
  const rules = useQuery({ queryKey: ['rules'], queryFn: () => taken(api.GET('/v1/rules')), staleTime: Infinity });
  return (
    <Reading of={rules} rows={10}>
      {({ data }) => (
        <Rows
          label={say('tabs.clocks')}
          rows={data.map((rule) => ({ ...rule, id: rule.rule }))}
          columns={[
            {
              key: 'rule',
              title: say('rule'),
              show: (rule) => (
                <>
                  {rule.label[language]}{' '}
                  <div className="quiet">
                    <code>{rule.rule}</code>
                  </div>
                </>
              ),
            },
            {
              key: 'duration',
              title: say('duration'),
              width: '140px',
              show: ({ duration, rolls }) => (
                <>
                  {duration[language]}
                  {rolls && <div className="quiet">{say('rolls')}</div>}
                </>
              ),
            },
            { key: 'from', title: say('startsOn'), width: '150px', show: ({ startsOn }) => startsOn[language] },
            { key: 'by', title: say('owedBy'), width: '90px', show: ({ owedBy }) => label('owedBy', owedBy) },
            {
              key: 'basis',
              title: say('basis'),
              width: '28%',
              show: ({ basis, source, validFrom, note }) => (
                <>
                  {label('bases', basis)} · {(language === 'en' && source.lawEn) || source.law} {source.article}
                  <div className="quiet">
                    {say('validFrom', { at: validFrom })}
                    {note && ` · ${note}`}
                  </div>
                </>
              ),
            },
            {
              key: 'compute',
              title: say('acts'),
              width: '88px',
              show: ({ rule }) => <Link to={`/tools/deadline?rule=${rule}`}>{say('compute')}</Link>,
            },
          ]}
        />
      )}
    </Reading>
  );
}
