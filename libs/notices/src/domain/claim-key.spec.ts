import { claimKey } from './claim-key.js';

const film = { title: '《流浪地球２》', category: 'film' };

describe('the key of a claim', () => {
  it('is the same however the title is typed', () => {
    expect(claimKey('o', null, film)).toBe(claimKey('o', null, { title: ' 流浪地球2 ', category: 'film' }));
  });

  it('differs by organization, principal, category', () => {
    const keys = [
      claimKey('o', null, film),
      claimKey('p', null, film),
      claimKey('o', '中影', film),
      claimKey('o', null, { ...film, category: 'game' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });

  it('goes by the registration number before the title', () => {
    const number = '国作登字-2025-I-00012345';
    expect(claimKey('o', null, { ...film, registrationNumber: number })).toBe(
      claimKey('o', null, { title: 'The Wandering Earth II', category: 'film', registrationNumber: number }),
    );
  });

  it('goes by the id in the vault before the number, and by the right that is claimed', () => {
    const work = { ...film, workId: 'w', registrationNumber: '国作登字-2025-I-00012345' };
    expect(claimKey('o', null, work)).toBe(claimKey('o', null, { title: '别名', category: 'tv', workId: 'W' }));
    expect(claimKey('o', null, work, 'adaptation')).not.toBe(claimKey('o', null, work));
    expect(claimKey('o', null, work, 'information_network')).toBe(claimKey('o', null, work));
  });
});
