import type { Problem } from '#kernel';
import { requireGrantable } from './key-scopes.js';
import { type Scope, scopesOf } from './scopes.js';

function refusals(asked: Scope[], creator: ReadonlySet<Scope>) {
  try {
    requireGrantable(asked, creator);
    return [];
  } catch (failure) {
    return (failure as Problem).details.errors!.map(({ pointer, detail }) => ({ pointer, detail }));
  }
}

const owner = new Set(scopesOf('rights_holder', 'owner'));

it('lets an owner give a key what it may do itself', () => {
  expect(refusals(['complaints:write', 'complaints:read', 'webhooks:manage'], owner)).toEqual([]);
});

it('never gives a key the keeping of members', () => {
  expect(refusals(['complaints:read', 'members:manage'], owner)).toEqual([
    { pointer: '#/scopes/1', detail: expect.stringContaining('signed-in persons') },
  ]);
});

it('says why bulk submission cannot be granted', () => {
  expect(refusals(['bulk:write'], owner)).toEqual([
    { pointer: '#/scopes/0', detail: expect.stringContaining('green channel') },
  ]);
});

it('gives nothing that its maker lacks', () => {
  expect(refusals(['notices:act', 'directory:manage'], owner).map((e) => e.pointer)).toEqual([
    '#/scopes/0',
    '#/scopes/1',
  ]);
});
