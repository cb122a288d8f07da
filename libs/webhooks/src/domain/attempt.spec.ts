import { answerText } from './attempt.js';

describe('what is kept of an answer', () => {
  it('is at most 4,096 bytes of text, cut between characters', () => {
    expect(Buffer.byteLength(answerText(Buffer.from('字'.repeat(5_000))))).toBeLessThanOrEqual(4_096);
    expect(answerText(Buffer.from('字'.repeat(1_365)))).toBe('字'.repeat(1_365));
    expect(Buffer.byteLength(answerText(Buffer.alloc(100_000, 0xff)))).toBeLessThanOrEqual(4_096);
  });

  it('holds nothing that the database refuses', () => {
    expect(answerText(Buffer.from([0x61, 0x00, 0x62, 0xed, 0xa0, 0x80]))).not.toMatch(/\u0000|[\ud800-\udfff]/);
  });
});
