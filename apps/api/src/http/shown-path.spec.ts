import { shownPath } from './shown-path.js';

describe('the path that an answer repeats', () => {
  it('is without its query', () => {
    expect(shownPath('/v1/notices?after=x')).toBe('/v1/notices');
  });

  it('never names the token of a mailed link', () => {
    const token = 'A'.repeat(43);
    for (const url of [`/mail/notices/${token}`, `/MAIL/notices/${token}/document.pdf?lang=zh`]) {
      expect(shownPath(url)).not.toContain(token);
    }
  });
});
