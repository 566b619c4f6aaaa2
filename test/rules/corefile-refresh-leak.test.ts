import { corefile, holdsForPage, ofCorefile } from './page';
import { corefileRefreshLeak } from '../../src/rules/corefile-refresh-leak';

holdsForPage(corefileRefreshLeak, {
  path: 'data.Corefile',
  message: 'line 9, column 9: serve_stale refreshes answers past disable denial: a pod of cluster.local that was gone for a moment is denied again after it is back',
  fix: 'write disable success cluster.local too, or take serve_stale out',
});

const fixes = (...options: string[]) => ofCorefile(corefileRefreshLeak, corefile(`  cache 30 {\n${options.map((line) => `    ${line}\n`).join('')}  }`)).map(({ fix }) => fix);

test('fails the zones whose positive answers are refreshed', () => {
  expect(fixes('prefetch 10 1m 10%', 'disable denial')).toEqual(['write disable success . too, or take prefetch out']);
  expect(fixes('serve_stale', 'disable denial a.test b.test', 'disable success b.test')).toEqual(['write disable success a.test too, or take serve_stale out']);
});

test('a cache without refresh is accepted, and so is one that refreshes other zones only', () => {
  expect(fixes('disable denial cluster.local')).toEqual([]);
  expect(fixes('serve_stale', 'prefetch 10')).toEqual([]);
  expect(fixes('serve_stale', 'disable denial db.prod.svc.cluster.local', 'disable success cluster.local')).toEqual([]);
  expect(fixes('prefetch 0', 'serve_stale 0s', 'disable denial cluster.local')).toEqual([]);
});
