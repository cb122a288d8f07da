import { wellKnownDemoPassword } from '#kernel';
import { demoPeople } from './demo/demo-people.js';

/** What the terminal shows once everything answers. */
export function welcome(facts: {
  publicUrl: string;
  keys: Record<string, string> | null;
  password: string | null;
  mailUrl: string | null;
  seconds: number;
}): string {
  const { publicUrl, keys, password } = facts;
  const lines = [
    '',
    `  通删 Tongshan is ready (${facts.seconds.toFixed(1)} s)`,
    '',
    `  Console        ${publicUrl}${keys ? '   (pick a role)' : ''}`,
    `  API            ${publicUrl}/v1`,
    `  Documentation  ${publicUrl}/docs   (OpenAPI 3.1: ${publicUrl}/openapi.json)`,
    ...(keys
      ? [`  Captured mail  ${facts.mailUrl ? facts.mailUrl.replace(/\/\/.*@/, '//') : `${publicUrl}/mail`}`]
      : []),
    `  Health         ${publicUrl}/readyz  ${publicUrl}/metrics`,
    '',
  ];
  if (keys) {
    lines.push(
      `  Demo accounts (password ${password === wellKnownDemoPassword ? password : 'from DEMO_PASSWORD'}) and their API keys:`,
      '',
    );
    const width = Math.max(...demoPeople.map(({ email }) => email.length));
    for (const { email, group } of demoPeople) lines.push(`    ${email.padEnd(width)}  ${keys[email]}  ${group}`);
    lines.push('', '  See it at work: npm run demo      Stop: Ctrl-C', '');
  }
  return lines.join('\n');
}
