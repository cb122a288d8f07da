import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { Reading } from '../../parts/reading.js';
import { words } from './words.js';

type Day = Schemas['MergedDayView'];
const weekdays = [0, 1, 2, 3, 4, 5, 6];
const months = Array.from({ length: 12 }, (_, month) => month);

/** All days of a year as all papers together make them. */
export function YearView({ year, change }: { year: number; change: (year: number) => void }) {
  const say = words.use();
  const read = useQuery({
    queryKey: ['calendar-year', year],
    queryFn: () => taken(api.GET('/v1/calendars/year/{year}', { params: { path: { year: String(year) } } })),
  });
  return (
    <section className="panel" aria-labelledby="year">
      <div className="year-head">
        <Button icon={<LeftOutlined />} aria-label={say('previous')} onClick={() => change(year - 1)} />
        <h2 id="year">{say('year', { year: String(year) })}</h2>
        <Button icon={<RightOutlined />} aria-label={say('next')} onClick={() => change(year + 1)} />
        <span className="year-legend">
          {(['holiday', 'working', 'weekend'] as const).map((kind) => (
            <span key={kind}>
              <i className={`is-${kind}`}>1</i>
              {say(kind)}
            </span>
          ))}
        </span>
      </div>
      <Reading of={read} rows={12}>
        {({ covered, days }) => {
          const named = new Map(days.map((day) => [day.date, day]));
          return (
            <>
              {!covered && <Alert className="calendar-note" type="warning" showIcon title={say('uncovered')} />}
              <div className="year">
                {months.map((month) => (
                  <Month key={month} year={year} month={month} named={named} />
                ))}
              </div>
            </>
          );
        }}
      </Reading>
    </section>
  );
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** How many days a month has, and on which day of a week that begins on Monday its first falls. */
function shapeOf(year: number, month: number) {
  const first = new Date(Date.UTC(year, month, 1));
  const last = new Date(Date.UTC(year, month + 1, 0));
  return { length: last.getUTCDate(), firstWeekday: (first.getUTCDay() + 6) % 7 };
}

function Month({ year, month, named }: { year: number; month: number; named: ReadonlyMap<string, Day> }) {
  const say = words.use();
  const { length, firstWeekday } = shapeOf(year, month);
  return (
    <div className="month">
      <h3>{say('months', { month: month + 1 })}</h3>
      <ol>
        {weekdays.map((weekday) => (
          <li key={`weekday-${weekday}`} className="is-name" aria-hidden="true">
            {say('weekdays').charAt(weekday)}
          </li>
        ))}
        {Array.from({ length }, (_, index) => {
          const date = `${year}-${twoDigits(month + 1)}-${twoDigits(index + 1)}`;
          const day = named.get(date);
          const isWeekend = (firstWeekday + index) % 7 >= 5;
          const kind = day?.kind ?? (isWeekend ? 'weekend' : null);
          const what = day ? `${day.name} · ${say(day.kind as 'holiday')}` : isWeekend ? say('weekend') : say('noName');
          return (
            <li
              key={date}
              className={kind ? `is-${kind}` : undefined}
              style={index === 0 ? { gridColumnStart: firstWeekday + 1 } : undefined}
              title={`${date} ${what}`}
            >
              {index + 1}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
