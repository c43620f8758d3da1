import { expect, it } from 'vitest';

import { api, inLocale, onBoard, withQuery } from './core/paths';
import { paths } from './paths';

it('writes every part of an address encoded', () => {
  const hard = 'a/b?c#d%e狐';
  const coded = 'a%2Fb%3Fc%23d%25e%E7%8B%90';
  const thread = { number: 7, slug: hard };
  const made = [
    paths.board(hard, hard),
    paths.boardPage(hard, hard),
    paths.boardFeed(hard),
    paths.thread(thread),
    paths.threadFrom(thread, 3),
    paths.innerBoard(hard),
    paths.innerThread(thread),
    paths.member(hard),
    paths.ideas(hard),
    paths.roadmap(hard),
    paths.releasesAfter(hard),
    paths.release(hard),
    paths.productsAfter(hard),
    paths.product(hard),
    paths.drop(hard),
    paths.dropReport(hard),
    paths.draw(hard),
    paths.checkout(hard),
    paths.order(hard),
    paths.owned('answer', hard),
    paths.mail(hard),
    paths.staff(hard, hard),
    api(hard, 5),
  ];
  expect(made.filter((path) => !path.includes(coded) || /[^\w\-/.%]/.test(path))).toEqual([]);
  expect(paths.post(thread, 3)).toBe(`/t/7/${coded}#post-3`);
});

it('writes a query encoded, and leaves out what there is not', () => {
  expect(withQuery('/x', { a: '&=狐', b: undefined, c: '', d: null, e: 0 })).toBe('/x?a=%26%3D%E7%8B%90&e=0');
  expect(withQuery('/x?a=1', { b: 2 })).toBe('/x?a=1&b=2');
  expect([paths.newThread(), paths.newThread('茶馆', 'IDEA'), paths.signIn('/en/x?y')]).toEqual([
    '/new',
    '/new?board=%E8%8C%B6%E9%A6%86&kind=IDEA',
    '/sign-in?next=%2Fen%2Fx%3Fy',
  ]);
});

it('leads behind sign-in where a board is not public', () => {
  expect([onBoard({ visibility: 'PUBLIC' }, '/t/1/x'), onBoard({ visibility: 'STAFF' }, '/t/1/x')]).toEqual([
    '/t/1/x',
    '/inner/t/1/x',
  ]);
  expect([inLocale('zh', '/'), inLocale('en', '/boards')]).toEqual(['/zh', '/en/boards']);
});
